#!/bin/sh
# Measures this beside other systems: bench.sh SUITE [--threads N] [--rounds N] [--data DIR] [--only EVENT] [--core NAME] [--json]
# or bench.sh jmh ARGUMENTS for the benchmarks written in JMH.
# Builds the jar and the benchmarks, and makes a virtual environment for each python/requirements*.txt. Needs Maven,
# a JDK, python3 with venv and a package index.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
target=$root/examples/target
(cd "$root" && mvn -q -DskipTests -Pbenchmarks -pl examples -am package)
for requirements in "$here"/python/requirements*.txt; do
  name=$(basename "$requirements" .txt)
  venv=$target/venv${name#requirements}
  alone=$here/python/alone${name#requirements}.txt # packages whose dependencies are not wanted
  if [ ! -f "$venv/ready" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q -r "$requirements"
    if [ -f "$alone" ]; then
      "$venv/bin/pip" install -q --no-deps -r "$alone"
    fi
    touch "$venv/ready"
  fi
done
classes=$target/test-classes:$target/slth.jar:$target/benchmark-libraries/*
if [ "${1:-}" = jmh ]; then
  shift
  exec java -cp "$classes" org.openjdk.jmh.Main "$@"
fi
exec java -cp "$classes" \
  org.slth.examples.peers.Contest --scripts "$here/python" --environments "$target" "$@"
