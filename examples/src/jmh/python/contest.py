"""The Python side of a contest: says who it is when it is warm, then works whenever it is asked."""
import json
import resource
import sys
import time


def serve(system, unit, units, versions, warm_up=3):
    """Times blocks of `units` calls of `unit`; the orders come on standard input, a line each."""
    for _ in range(warm_up):
        unit()
    print(json.dumps({"system": system, "versions": versions}), flush=True)
    for order in sys.stdin:
        if order.strip() != "run":
            break
        begin = time.perf_counter()
        for _ in range(units):
            unit()
        print(json.dumps({"seconds": (time.perf_counter() - begin) / units}), flush=True)
    print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}), flush=True)
