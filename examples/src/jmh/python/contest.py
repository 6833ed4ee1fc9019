"""The Python side of a contest: says who it is when it is warm, then works whenever it is asked."""
import json
import resource
import sys
import time


def block(unit, units):
    """The seconds of one of `units` calls; of as many as last a second, after one to wake up, if that is None."""
    if units is None:
        unit()
    begin = time.perf_counter()
    done = 0
    while done < (units or 1) or (units is None and time.perf_counter() < begin + 1):
        unit()
        done += 1
    return (time.perf_counter() - begin) / done


def serve(system, unit, units, versions, warm_up=3):
    """Times a block of `unit` whenever it is asked; the orders come on standard input, a line each."""
    for _ in range(warm_up):
        unit()
    print(json.dumps({"system": system, "versions": versions}), flush=True)
    for order in sys.stdin:
        if order.strip() != "run":
            break
        print(json.dumps({"seconds": block(unit, units)}), flush=True)
    print(json.dumps({"peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10}), flush=True)
