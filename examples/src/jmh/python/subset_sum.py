"""Subsets of smallest error by general solvers: subset_sum.py SYSTEM ITEMS THREADS."""
import sys

import contest

PROBLEMS = 2
SCALE = 1e6  # errors in millionths are far from the solvers' tolerances


def problems(items):
    """The same as those of SumContestant."""
    state, found = 1, []
    for _ in range(PROBLEMS):
        row = []
        for _ in range(items + 1):
            state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
            row.append((state >> 33) / (1 << 30) - 1)
        found.append((row[:items], row[items] / 2))
    return found


def or_tools(values, target, threads):
    from ortools.sat.python import cp_model
    whole = 1 << 30
    model = cp_model.CpModel()
    kept = [model.new_bool_var(f"x{t}") for t in range(len(values))]
    error = model.new_int_var(0, len(values) * whole, "error")
    rest = sum(round(x * whole) * k for x, k in zip(values, kept)) - round(target * whole)
    model.add(rest <= error)
    model.add(-rest <= error)
    model.minimize(error)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = threads
    assert solver.solve(model) == cp_model.OPTIMAL
    return solver.objective_value / whole


def highs(values, target, threads):
    import highspy
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("threads", threads)
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("mip_abs_gap", 0.0)
    error = model.addVariable(lb=0, obj=1)
    kept = [model.addBinary() for _ in values]
    total = sum(SCALE * x * k for x, k in zip(values, kept))
    model.addConstr(total - error <= SCALE * target)
    model.addConstr(total + error >= SCALE * target)
    model.minimize()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return model.getObjectiveValue() / SCALE


def scip(values, target, _):
    from pyscipopt import Model, quicksum
    model = Model()
    model.hideOutput()
    error = model.addVar(lb=0, obj=1)
    kept = [model.addVar(vtype="B") for _ in values]
    total = quicksum(SCALE * x * k for x, k in zip(values, kept))
    model.addCons(total - error <= SCALE * target)
    model.addCons(total + error >= SCALE * target)
    model.optimize()
    assert model.getStatus() == "optimal"
    return model.getObjVal() / SCALE


def main():
    system, items, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    solve = {"or-tools": or_tools, "highs": highs, "scip": scip}[system]
    package = {"or-tools": "ortools", "highs": "highspy", "scip": "pyscipopt"}[system]
    waiting = problems(items)
    turn = [0]

    def unit():
        values, target = waiting[turn[0] % PROBLEMS]
        turn[0] += 1
        error = solve(values, target, threads)
        assert error < 1e-4, error  # the optimum is near 1e-6

    from importlib.metadata import version
    contest.serve(system, unit, PROBLEMS, {package: version(package)}, warm_up=PROBLEMS)


main()
