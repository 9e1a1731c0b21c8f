"""The middle of bench/compare_extract, which says how it is called: lays out the pages, runs each tool, prints the table.

A tool that is missing gets a row that says so. The CPU time of isnad is that of the whole process, its start and what the
others do not do (names, quotes, times, figures, printing) included; that of the others is extraction without start-up. What
extraction alone costs isnad is printed too where bench/bench_extract is built beside it.
"""
import gzip
import json
import os
import re
import resource
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 50  # pages a process: jsdom gives little memory back


def plain_name(key):
    name = re.sub(r'\.gz$', '', os.path.basename(key))
    return name if name.endswith('.html') else name + '.html'


def unpack(source, target):
    opened = gzip.open(source, 'rb') if source.endswith('.gz') else open(source, 'rb')
    with opened as file, open(target, 'wb') as out:
        shutil.copyfileobj(file, out)


def lay_out(pages, name, every, stage):
    """Copies the pages of a set, unpacked, and its gold cut to them; the scorer looks for the gold beside itself."""
    gold_name = 'segments.json' if name == 'trafilatura' else 'gold.json'
    with open(os.path.join(pages, name, gold_name), encoding='utf-8') as file:
        gold = dict(list(json.load(file).items())[::every])
    folder = os.path.join(stage, name)
    os.makedirs(folder)
    with open(os.path.join(folder, gold_name), 'w', encoding='utf-8') as file:
        json.dump(gold, file)
    wanted = {plain_name(value.get('file', key)) for key, value in gold.items()}
    paths = []
    for parent, _, files in os.walk(os.path.join(pages, name)):
        for file in files:
            if plain_name(file) in wanted and not file.endswith('.json'):
                paths.append(os.path.join(folder, plain_name(file)))
                unpack(os.path.join(parent, file), paths[-1])
    return sorted(paths)


def child_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run_isnad(command, paths, out):
    before = child_seconds()
    subprocess.run(command + paths, stdout=out, check=False)
    return child_seconds() - before


def run_peer(command, paths, out):
    seconds = 0.0
    for i in range(0, len(paths), BATCH):
        run = subprocess.run(command + paths[i:i + BATCH], stdout=subprocess.PIPE, check=True)
        lines = run.stdout.splitlines(keepends=True)
        seconds += json.loads(lines.pop())['cpu']
        out.writelines(lines)
    return seconds


def score(stage, records, name):
    run = subprocess.run([sys.executable, os.path.join(stage, 'score'), records, '--set', name], stdout=subprocess.PIPE, check=True)
    return re.search(r'F1 (\S+)\s+P (\S+)\s+R (\S+)', run.stdout.decode()).groups()


def row(tool, name, cells):
    print('| %s |' % ' | '.join([tool, name, *cells]), flush=True)


def measure(tool, runner, command, name, paths, stage):
    records = os.path.join(stage, 'records.jsonl')
    try:
        with open(records, 'wb') as out:
            seconds = runner(command, paths, out)
    except (OSError, subprocess.CalledProcessError) as error:
        print('%s: %s' % (tool, error), file=sys.stderr)
        return row(tool, '%s, %d pages' % (name, len(paths)), ['not run', '', ''])
    size = sum(os.path.getsize(path) for path in paths)
    speed = ['%.1f' % (size / 1e6 / seconds), '%.0f' % (len(paths) / seconds)]
    return row(tool, '%s, %d pages' % (name, len(paths)), [' / '.join(score(stage, records, name)), *speed])


def measure_alone(isnad, name, paths):
    program = os.path.join(os.path.dirname(isnad), 'bench', 'bench_extract')
    if not os.path.exists(program):
        return
    run = subprocess.run([program, *paths], stdout=subprocess.PIPE, check=True)
    speed = re.search(r'html to articles\s+(\S+) MB/s\s+(\S+) items/s', run.stdout.decode()).groups()
    row('isnad, extraction alone', '%s, %d pages' % (name, len(paths)), ['the same', *speed])


def main():
    stage, node_dir, every, isnad, pages = sys.argv[1:6]
    shutil.copy(os.path.join(pages, 'score'), stage)
    tools = [('isnad', run_isnad, [isnad, 'read']),
             ('Readability + jsdom', run_peer, ['node', os.path.join(node_dir, 'extract.js')]),
             ('readability-lxml', run_peer, [sys.executable, os.path.join(HERE, 'compare_extract_lxml.py')])]
    print('| tool | set | F1 / P / R | MB/s of CPU | pages/s |\n|---|---|---|---|---|')
    for name in sys.argv[6:]:
        paths = lay_out(pages, name, int(every), stage)
        for tool, runner, command in tools:
            measure(tool, runner, command, name, paths, stage)
        measure_alone(isnad, name, paths)


main()
