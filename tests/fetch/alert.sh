#!/bin/sh
# isnad alert: each thing fires once, with its reason and its evidence, and is brought to a feed, a command and a webhook. alert.sh ISNAD WEB
isnad=$(realpath "$1")
web=$(realpath "$2")
[ -x "$isnad" ] && [ -x "$web" ] || exit 2
folder=$(mktemp -d) || exit 2
pid=
trap '[ -n "$pid" ] && kill "$pid" 2>/dev/null; rm -rf "$folder"' EXIT
. "$(dirname "$0")/../checks.sh"
cd "$folder" || exit 2
export ISNAD_DB=a.db
alert() { code "$@"; }

report() { # ID OUTLET DAY NUMBER SENTENCE
  printf '{"id":"%s","outlet":"%s","published":"%s","title":"مقتل %s أشخاص في انهيار مبنى بحي الروابي في مدينة تعز","text":"' "$1" "$2" "$3" "$4"
  printf 'قتل %s أشخاص في انهيار مبنى سكني من خمسة طوابق بحي الروابي في مدينة تعز فجر الأربعاء. %s\\n' "$4" "$5"
  printf 'وهرعت فرق الدفاع المدني إلى مكان الانهيار في حي الروابي وبدأت البحث بين أنقاض المبنى السكني عن عالقين."}\n'
}

"$web" log >port &
pid=$!
while [ ! -s port ]; do sleep 0.05; done
port=$(cat port)

report one "وكالة سبأ" 2024-05-01 8 "وقال مدير الدفاع المدني ناصر العولقي إن البحث ما زال جاريا." >first.jsonl
check "a first report" code 0 "$isnad" add --quiet first.jsonl
story=$(sqlite3 a.db 'SELECT id FROM story LIMIT 1')
check "makes a story" test -n "$story"

# --- making and listing ---
check "an alert on a story" code 0 "$isnad" alert add reports --story "$story" --feed reports.atom
check "on its origins" code 0 "$isnad" alert add origins --origins "$story" --exec "tee -a origins.jsonl"
check "on its figures" code 0 "$isnad" alert add figures --figures "$story" --webhook "http://hook.localhost:$port/hook" --allow-private
check "on an outlet" code 0 "$isnad" alert add outlet --outlet aljazeera
check "on a person" code 0 "$isnad" alert add person --entity "ناصر العولقي" --exec false
check "on what is edited" code 0 "$isnad" alert add edits --edits all --feed edits.atom
check "on a search" code 0 "$isnad" alert add search --search "انهيار المباني -دمشق"
check "but not on one that cannot be read" code 2 "$isnad" alert add bad --search "OR"
check "not twice under one name" code 2 "$isnad" alert add edits --edits all
check "not on nothing" code 2 "$isnad" alert add nothing
check "not on two things" code 2 "$isnad" alert add two --outlet a --entity b
check "nor on an outlet that nobody knows" code 1 "$isnad" alert add nobody --outlet "صحيفة لا وجود لها"
check "which is told" grep -q 'no outlet is known by that name' err
check "an outlet by its name" code 0 "$isnad" alert add named --outlet "الجزيرة"
check "a name that nobody bears yet" code 0 "$isnad" alert add later --entity "شاكر المنصوب"
check "not on a story that is not there" code 1 "$isnad" alert add lost --story s0000000000000000
check "all are listed" code 0 "$isnad" alert list --json
check "nine of them" test "$(wc -l <out)" = 9
check "what is there already does not fire" code 1 "$isnad" alert run

# --- firing ---
report two "الجزيرة" 2024-05-01 11 "وقال مدير الدفاع المدني ناصر العولقي إن حصيلة القتلى ارتفعت." >second.jsonl
check "a second report with another figure" code 0 "$isnad" add --quiet second.jsonl
check "is of the same story" test "$(sqlite3 a.db 'SELECT max(reports) FROM story')" = 2
check "alerts fire" code 0 "$isnad" alert run
cp out fired
check "the story's" grep -q '^{"alert":"reports","kind":"story",.*"why":"a new report of the story by .*"why_ar":"خبر جديد في القصة من .*"article":{"id":"a[0-9a-f]*","label":"two"' fired
check "the origins'" grep -q '^{"alert":"origins",.*"why":"a new independent origin of the story: the report of .*"why_ar":"مصدر مستقل جديد للقصة: خبر .* غير مأخوذ من أي خبر آخر فيها' fired
check "the figures', with the old value and the new" grep -q '^{"alert":"figures",.*"why":"a figure changed: it was .*"why_ar":"رقم تغيّر: كان «8 [^»]*» ويُروى الآن «11 [^»]*» في خبر .*"before":"8 .*","after":"11 ' fired
check "and the sentences of both" sh -c 'grep "^{\"alert\":\"figures\"" fired | grep -q "\"evidence\":\[{\"article\":\"a[0-9a-f]*\",\"span\":\[[0-9]*,[0-9]*\],\"words\":\"[^\"]*11 [^\"]*\",\"rule\":\"[^\"]*\"},{[^}]*8 "'
check "the outlet's" grep -q '^{"alert":"outlet",.*"outlet":"' fired
check "the person's, with the words" grep -q '^{"alert":"person",.*"words":"[^"]*ناصر العولقي' fired
check "the search's, with what was found" grep -q '^{"alert":"search",.*"label":"two".*"evidence":\[{"article":"a[0-9a-f]*",.*"words":"[^"]*انهيار' fired
check "that of the outlet by its name, too" grep -q '^{"alert":"named",.*"why_ar":"خبر جديد من .*الجزيرة' fired
check "the feed is there" grep -q '<entry><id>urn:isnad:alert:reports:[0-9]*</id><title>خبر جديد في القصة: مقتل 11 أشخاص' reports.atom
check "the command got its line" grep -q '^{"alert":"origins",' origins.jsonl
check "a command that fails is told" grep -q 'could not be delivered' err
check "the webhook failed once" test "$(grep -c ' hook.localhost /hook 500' log)" = 1
check "what failed is to wait a minute" test "$(sqlite3 a.db 'SELECT count(*) > 1 AND min(due - at) >= 60 FROM alert_event WHERE done = 0')" = 1
sqlite3 a.db "UPDATE alert_event SET due = due + 86400 WHERE done = 0" # that the minute is not over by now
check "nothing fires twice" code 1 "$isnad" alert run
check "what failed waits its time" test "$(grep -c ' hook.localhost /hook ' log)" = 1
sqlite3 a.db "UPDATE alert_event SET due = 0"
check "and is tried again then" code 1 "$isnad" alert run
check "until it is taken" grep -q '^hook {"alert":"figures"' log
check "once" test "$(grep -c '^hook ' log)" = 1
sqlite3 a.db "UPDATE alert_event SET due = 0"
"$isnad" alert run >/dev/null 2>&1
check "no more then" test "$(grep -c '^hook ' log)" = 1
check "what is delivered is not brought again" test "$(grep -c . origins.jsonl)" = "$(grep -c '^{"alert":"origins"' fired)"

# --- a second report of an outlet is no second origin, also when it is the earlier one or when the outlet was only cited before ---
count_origins() { sqlite3 a.db "SELECT count(*) FROM alert_event e JOIN alert a ON a.id = e.alert WHERE a.name = 'origins'"; }
before=$(count_origins)
report three "الجزيرة" 2024-04-30 9 "وقال شهود إن سيارات الإسعاف تنقل الجرحى إلى مستشفى الثورة." >third.jsonl
check "an earlier report of the same outlet" code 0 "$isnad" add --quiet third.jsonl
check "is of the story" test "$(sqlite3 a.db 'SELECT max(reports) FROM story')" = 3
"$isnad" alert run >out 2>err
check "the story's alert tells of it" grep -q '^{"alert":"reports",.*"label":"three"' out
check "that on origins does not" test "$(count_origins)" = "$before"
report four "الجزيرة" 2024-05-01 12 "ونقلت وكالة رويترز عن مسعفين أن بين القتلى أطفالا." >fourth.jsonl
"$isnad" add --quiet fourth.jsonl
"$isnad" alert run >out 2>err
cited=$(count_origins)
report five "رويترز" 2024-05-01 12 "وقال مسعفون إن بين القتلى أطفالا." >fifth.jsonl
"$isnad" add --quiet fifth.jsonl
"$isnad" alert run >out 2>err
check "nor is an agency that was cited, when its own report comes" sh -c "test $(sqlite3 a.db 'SELECT max(reports) FROM story') = 5 && test $(count_origins) = $cited"
printf '{"id":"six","outlet":"صحيفة الثورة","published":"2024-05-01","title":"انهيار مبنى سكني في تعز يودي بحياة 14 شخصا","text":"انهار فجر الأربعاء مبنى سكني في حي الروابي بمدينة تعز فوق رؤوس ساكنيه، وقال مراسلنا في المدينة إن 14 شخصا لقوا مصرعهم وإن فرق الدفاع المدني انتشلت الجثث من تحت أنقاض المبنى. وأضاف أن ثلاث عائلات نقلت إلى مدرسة قريبة، فيما طالب أهالي الحي بمحاسبة مالك المبنى الذي أضاف إليه طابقين من دون ترخيص."}\n' >sixth.jsonl
"$isnad" add --quiet sixth.jsonl
"$isnad" alert run >out 2>err
check "another outlet is" grep -q '^{"alert":"origins",.*الثورة' out

# --- an article that is edited ---
get() { "$isnad" fetch --db a.db --allow-private --delay 0.05 "http://e.localhost:$port/news/1.html" >/dev/null 2>&1; }
get
"$isnad" alert run >/dev/null 2>&1
wget -q -O /dev/null --no-proxy --header "Host: e.localhost:$port" "http://127.0.0.1:$port/edit/1"
get
sqlite3 a.db "SELECT body FROM alert_event e JOIN alert a ON a.id = e.alert WHERE a.name = 'edits'" >out
check "an article that was edited fires, as soon as it is fetched" test "$(wc -l <out)" = 1
check "with the words before and after" grep -q '^{"alert":"edits",.*"earlier":{"id":"a[0-9a-f]*".*"before":".*107 شاحنة.*","after":".*1107 شاحنة' out
check "and in a sentence, with the words around them" grep -q '"why_ar":"عُدّل خبر [^"]* صار «[^»]* إن 1107 شاحنة من [^»]*» وكان «[^»]* إن 107 شاحنة من [^»]*»"' out
check "once" code 1 "$isnad" alert run
check "also into the feed" grep -q '^- .*107 شاحنة' edits.atom

# --- in a watch, and removed ---
check "a watch looks at them" code 0 "$isnad" watch --once --allow-private --delay 0.05 --least 1 --no-recheck "http://w.localhost:$port/feed.xml"
check "removed" code 0 "$isnad" alert remove edits
check "it is gone" code 1 "$isnad" alert remove edits
check "the file is sound" test "$(sqlite3 a.db 'PRAGMA integrity_check; PRAGMA foreign_key_check')" = ok

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
