#!/bin/sh
# Stories, threads, keywords and related articles as a user asks for them: two desks tell one event in other words, a later story comes back to it.
. "$(dirname "$0")/../checks.sh"
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
cat >"$folder/in.jsonl" <<'END'
{"id":"meet-one","outlet":"صحيفة الضفاف","title":"رئيس كازاخستان يقيل وزير الطاقة بعد انفجار منجم كاراغندا","published":"2025-03-04T09:00:00Z","text":"أقال رئيس كازاخستان قاسم جومارت توكاييف الثلاثاء وزير الطاقة بعد انفجار منجم كاراغندا. وقتل في انفجار المنجم 28 عاملا ليل الأحد. وقال الرئيس إن التحقيق سيشمل شركة أرسيلور ميتال المالكة للمنجم. وطالبت نقابة عمال المناجم بصرف تعويضات للأسر."}
{"id":"meet-two","outlet":"موقع المرفأ","title":"توكاييف يعفي وزير الطاقة من منصبه إثر مصرع عمال في منجم كاراغندا","published":"2025-03-04T10:30:00Z","text":"أعفى الرئيس الكازاخي قاسم جومارت توكاييف وزير الطاقة من منصبه إثر مصرع 28 عاملا في منجم كاراغندا بكازاخستان. وأفاد مكتب توكاييف بأن شركة أرسيلور ميتال ستدفع تعويضات. وقال ناج من المنجم إن الإنذار لم يعمل."}
{"id":"law-one","outlet":"صحيفة الضفاف","title":"كازاخستان تؤمم مناجم أرسيلور ميتال في كاراغندا","published":"2025-06-10T09:00:00Z","text":"أعلنت حكومة كازاخستان تأميم مناجم شركة أرسيلور ميتال في كاراغندا. ووقع الرئيس قاسم جومارت توكاييف القانون بعد ثلاثة أشهر من انفجار منجم كاراغندا في 2 مارس 2025 الذي أقيل بسببه وزير الطاقة. وتملك الشركة ثمانية مناجم في المنطقة."}
{"id":"law-two","outlet":"موقع المرفأ","title":"توكاييف يوقع قانون تأميم مناجم كاراغندا المملوكة لأرسيلور ميتال","published":"2025-06-10T11:00:00Z","text":"وقع رئيس كازاخستان قاسم جومارت توكاييف قانون تأميم مناجم كاراغندا التي تملكها أرسيلور ميتال. وتسري أحكام القانون على ثمانية مناجم من الشهر المقبل."}
{"id":"horses","outlet":"صحيفة الضفاف","title":"افتتاح معرض للخيول العربية في دبي","published":"2025-06-10T12:00:00Z","text":"افتتح في دبي معرض الخيول العربية بمشاركة 200 مربط من 12 دولة. ويستمر المعرض خمسة أيام في أرض المعارض."}
END
"$isnad" add --quiet --db "$folder/db" "$folder/in.jsonl" >/dev/null || exit 1
cd "$folder" || exit 2

# ask FILE COMMAND...; want NAME PATTERN FILE; refuse NAME PATTERN FILE
ask() { out=$1; shift; "$isnad" "$@" --db db >"$out"; }
want() { check "$1: a line with: $2" grep -q "$2" "$3"; }
none() { ! grep -q "$1" "$2"; }
refuse() { check "$1: no line with: $2" none "$2" "$3"; }
some() { [ "$(grep -c "$2" "$3")" = "$1" ]; }
count() { check "$1: $3 lines with: $2" some "$3" "$2" "$4"; }

ask stories stories --json
count "two desks, one dismissal" '"reports":2,"outlets":2' 2 stories
count "the horses stand alone" '"reports":1' 1 stories
ask about stories --about "عزل وزير"
want "a kind of event by a word that no report has" "2025-03-04 .*توكاييف\|2025-03-04 .*كازاخستان" about
refuse "and not another event" "الخيول" about

first=$(sed -n 's/{"id":"\(s[0-9a-f]*\)".*"from":"2025-03-04.*/\1/p' stories)
ask keys keywords "$first"
want "keywords hold the names" "قاسم جومارت توكاييف" keys
want "and the matter" "منجم" keys
refuse "no verbs" "أقال\|أعفى\|وقتل" keys
refuse "no halves of an office" "articles* الطاقة$" keys

ask threads threads
want "the two stories of the mine are one thread" "2 stories" threads
thread=$(grep -o '\bt[0-9a-f]\{16\}\b' threads | head -n 1)
ask thread thread "$thread"
want "in the order of time, the later with what ties it" "2025-06-10" thread
want "and the sentence that comes back to the earlier one" "بعد ثلاثة أشهر من انفجار" thread

ask near related meet-one
want "the next event of the matter is related" "law-\|2025-06-10" near
count "once, though two desks told it" "2025-06-10" 1 near
refuse "and the horses are not" "الخيول" near

# Where it happened, and from whom the reports have it: the place behind "in", not the country that acts; a paper cited for a sentence is told as that.
printf '%s\n' '{"id":"bridge","outlet":"موقع المرفأ","title":"مصر وكينيا توقعان اتفاق جسر النهر","published":"2025-08-02T11:00:00Z","text":"وقعت مصر وكينيا في مدينة مومباسا اتفاقا لبناء جسر على النهر.\nوحضر التوقيع وزيرا النقل في البلدين وسفراء دول الحوض.\nوذكرت صحيفة الأهرام أن الكلفة تبلغ 40 مليون دولار.\nويبدأ العمل في الجسر العام المقبل ويستمر ثلاثة أعوام."}' >bridge.jsonl
"$isnad" add --quiet --db db bridge.jsonl >/dev/null || exit 1
ask all stories --json
bridge=$(sed -n 's/{"id":"\(s[0-9a-f]*\)".*جسر النهر.*/\1/p' all)
ask report report "$bridge"
want "the place of the signing" "^أين: مومباسا$" report
want "a paper cited for one sentence" "موقع المرفأ  *يستند في بعضه إلى صحيفة الأهرام\|موقع المرفأ  *يستند في بعضه إلى الأهرام" report
refuse "a report of which no source is known is not called original" "أصلي" report

# Captures looked at without a store: what a store of them would tell, and nothing is left behind.
rm -f db*
"$isnad" add --quiet --db db in.jsonl bridge.jsonl >/dev/null || exit 1
mkdir spare empty
look() { TMPDIR="$folder/spare" "$isnad" stories --quiet "$@"; }
same() { "$isnad" stories --db db "$@" >stored; }
for how in --json --plain "--json --about=منجم" "--json --where=دبي" "--who=توكاييف" "--largest --limit=2" --reports; do
  # shellcheck disable=SC2086
  look $how bridge.jsonl in.jsonl >seen
  # shellcheck disable=SC2086
  same $how
  check "no store: $how" cmp -s seen stored
  check "something is told: $how" test -s seen
done
cat bridge.jsonl in.jsonl | look --threads 1 - >seen
same
check "standard input, one thread" cmp -s seen stored
look --reports in.jsonl bridge.jsonl >seen
count "each report stands under its story" "^    2025-" 6 seen
check "no file of it is left" sh -c '[ -z "$(ls -A spare)" ] && [ ! -e isnad.db ]'
check "a store or captures" code 2 "$isnad" stories --db db in.jsonl
check "and that is said" grep -q "not both" err
check "nothing to read" code 1 "$isnad" stories --quiet empty
printf '{"id":"broken"\n' >broken.jsonl
check "what cannot be read" code 3 "$isnad" stories --quiet --json broken.jsonl in.jsonl
check "is named" grep -q "^isnad stories: broken.jsonl:1: " err
check "and stops nothing else" grep -q '"captures":\["meet-one","meet-two"\]' out
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
