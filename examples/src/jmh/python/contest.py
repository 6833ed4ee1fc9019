"""The Python side of a contest: says who it is when it is warm, then works whenever it is asked."""
import json
import resource
import sys
import time


def block(unit, units):
    """The seconds of one of `units` calls; of as many as last a second, after a tenth of one to wake up, if None."""
    if units is not None:
        return repeated(unit, units, 0)
    repeated(unit, 1, 0.1)
    return repeated(unit, 1, 1)


def repeated(unit, units, least):
    """The seconds of one of at least `units` calls that take at least so many seconds."""
    begin = time.perf_counter()
    done = 0
    while done < units or time.perf_counter() < begin + least:
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
