#!/bin/sh
# Epochs of graph networks here and in PyTorch, in turn on one thread: a line of JSON for each run.
# Arguments: directory of data sets, rounds. Needs examples/target/slth.jar and the compiled benchmarks
# (mvn -DskipTests package && mvn -Pbenchmarks test-compile), and python3 with venv and a package index.
set -eu
data=$1
rounds=$2
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
venv=${VENV:-$root/examples/target/venv}
[ -x "$venv/bin/python" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q -r "$here/requirements.txt"; }
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive
ours() {
  java -cp "$root/examples/target/test-classes:$root/examples/target/slth.jar" \
    org.slth.examples.graph.GraphEpochs "$@" 2>/dev/null | grep '^{'
}
for round in $(seq "$rounds"); do
  ours cora "$data" 100 100
  "$venv/bin/python" "$here/gcn_cora.py" "$data" 5 20 1 2>/dev/null
  ours proteins "$data" 2 2
  "$venv/bin/python" "$here/order2_proteins.py" "$data" 1 2 1 2>/dev/null
done
