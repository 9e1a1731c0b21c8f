#!/bin/sh
# isnad story and isnad timeline: sentences that stand alone with their sources, news of the day told apart from what is recalled.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
cat >"$folder/in.jsonl" <<'END'
{"id":"one","outlet":"وكالة الضفاف","title":"غرق عبارة قرب ميناء سفاجا ومقتل تسعة من ركابها","published":"2024-05-04T08:00:00Z","text":"غرقت العبارة نورس قرب ميناء سفاجا المصري فجر السبت وقتل تسعة من ركابها. وأضاف أن البحث مستمر عن المفقودين في عرض البحر. وكانت عبارة أخرى قد غرقت قرب ميناء سفاجا في 3 فبراير 2006 وقتل فيها أكثر من ألف راكب. وهو ما أثار غضب أهالي الضحايا في سفاجا."}
{"id":"two","outlet":"صحيفة الميناء","title":"بالفيديو.. لن تصدق ماذا حدث للعبارة نورس؟","published":"2024-05-04T11:00:00Z","text":"قالت هيئة موانئ البحر الأحمر إن تسعة من ركاب العبارة نورس قتلوا في غرقها قرب ميناء سفاجا المصري فجر السبت. وقال محافظ البحر الأحمر عمرو حنفي إن طائرتين تشاركان في البحث عن المفقودين. هل ينجو أحد من ركاب العبارة نورس قرب سفاجا؟"}
{"id":"four","outlet":"إذاعة الساحل","title":"الوزير: العبارة نورس حملت فوق طاقتها","published":"2024-05-04T12:00:00Z","text":"غرقت العبارة نورس قرب ميناء سفاجا المصري فجر السبت وقتل تسعة من الركاب. من جانبه، قال وزير النقل المصري كامل الوزير إن التفتيش في الغردقة تجاهل تحذيرات الفنيين ثلاث مرات. قالت إنها رأت العبارة نورس تميل قرب ميناء سفاجا المصري قبل أن تغرق بدقائق قليلة."}
{"id":"four-again","outlet":"إذاعة الساحل","title":"الوزير: العبارة نورس حملت فوق طاقتها","published":"2024-05-04T12:00:00Z","text":"غرقت العبارة نورس قرب ميناء سفاجا المصري فجر السبت وقتل تسعة من الركاب. من جانبه، قال وزير النقل المصري كامل الوزير إن التفتيش في الغردقة تجاهل تحذيرات الفنيين ثلاث مرات. قالت إنها رأت العبارة نورس تميل قرب ميناء سفاجا المصري قبل أن تغرق بدقائق قليلة.","url":"https://example.org/again"}
{"id":"three","outlet":"قناة المرافئ","title":"ارتفاع قتلى العبارة نورس قرب ميناء سفاجا إلى أحد عشر","published":"2024-05-05T09:00:00Z","text":"ارتفع عدد قتلى العبارة نورس التي غرقت قرب ميناء سفاجا المصري فجر السبت إلى أحد عشر قتيلا. وفي فبراير 2006 غرقت عبارة أخرى قرب ميناء سفاجا وقتل أكثر من ألف راكب كانوا فيها."}
END
"$isnad" add --quiet --db "$folder/db" "$folder/in.jsonl" >/dev/null || exit 1
story=$("$isnad" stories --json --db "$folder/db" | sed -n '1s/{"id":"\([^"]*\)".*/\1/p')

# want NAME PATTERN FILE, and refuse NAME PATTERN FILE
want() { if grep -q "$2" "$3"; then passed=$((passed + 1)); else echo "$1: no line with: $2"; failed=$((failed + 1)); fi; }
refuse() { if grep -q "$2" "$3"; then echo "$1: a line with: $2"; failed=$((failed + 1)); else passed=$((passed + 1)); fi; }

"$isnad" story "$story" --db "$folder/db" >"$folder/story"
"$isnad" story "$story" --json --db "$folder/db" >"$folder/story.json"
"$isnad" timeline "$story" --db "$folder/db" >"$folder/time"
"$isnad" timeline "$story" --json --db "$folder/db" >"$folder/time.json"
"$isnad" timeline --about "العبارة نورس" --db "$folder/db" >"$folder/about"
"$isnad" timeline --who "عمرو حنفي" --db "$folder/db" >"$folder/who"
grep '^says' "$folder/story" >"$folder/says"
want "headline" "^head .*قرب ميناء سفاجا" "$folder/story"
refuse "headline" "^head .*لن تصدق" "$folder/story"
want "summary" "^says .*\[[0-9]*,[0-9]*).*تسعة من ركاب" "$folder/says"
refuse "summary" "وأضاف" "$folder/says"
refuse "summary" "وهو ما أثار" "$folder/says"
refuse "summary" "هل ينجو" "$folder/says"
want "left out: for his part" "^says .*  قال وزير النقل المصري" "$folder/says"
refuse "left out: for his part" "من جانبه" "$folder/says"
refuse "nobody said it" "قالت إنها رأت" "$folder/says"
refuse "one report captured twice" " [5-9] reports" "$folder/says"
want "summary" '^{"is":"summary","story":"s[0-9a-f]*","headline":{"words":.*"sentences":\[{"words":.*"article":.*"span":\[[0-9]*,[0-9]*\],"origins":[1-4],"reports":[1-4]}' "$folder/story.json"
want "timeline" "^2006-02-03 .*day .*recalled" "$folder/time"
want "a day and its month" "^2006-02-03 .*recalled by 2," "$folder/time"
refuse "a day and its month" "^2006-02-01" "$folder/time"
want "timeline" "^2024-05-04  *day  *reported by 4," "$folder/time"
want "timeline" '"when":{"from":"2024-05-04","to":"2024-05-05".*"told":"reported"' "$folder/time.json"
refuse "timeline" "^2024-05-04 .*recalled" "$folder/time"
want "timeline" '"when":{"from":"2006-02-03".*"precision":"day","told":"recalled".*"tellers":\[.*"article":"one"' "$folder/time.json"
"$isnad" timeline --about "العبارة نورس" --db "$folder/db" >"$folder/about"
want "about" "^2024-05-04 .*reported .*العبارة نورس" "$folder/about"
want "who" "^2024-05-04 .*reported .*عمرو حنفي" "$folder/who"
if "$isnad" timeline --who "لا أحد" --db "$folder/db" >/dev/null 2>&1; then echo "events of nobody"; failed=$((failed + 1)); else passed=$((passed + 1)); fi

# The papers of Monday tell what happened on Sunday, some with the day and some without: one line, on Sunday, with all of them.
cat >"$folder/day.jsonl" <<'END'
{"id":"d1","outlet":"موقع الجسر","title":"انهيار جسر للمشاة في سيدي مرزوق ومقتل ثلاثة","published":"2024-09-02T00:40:00Z","text":"أعلن الدفاع المدني في سيدي مرزوق مقتل ثلاثة أشخاص في انهيار جسر للمشاة وسط المدينة. وقال ناطق باسمه إن فرق الإنقاذ ما زالت في المكان."}
{"id":"d2","outlet":"صحيفة النهر","title":"سيدي مرزوق: انهيار جسر للمشاة ومقتل ثلاثة","published":"2024-09-02T06:10:00Z","text":"انهار جسر للمشاة في وسط سيدي مرزوق مساء الأحد وقتل ثلاثة أشخاص. وأمرت البلدية بفتح تحقيق في صيانة الجسر."}
{"id":"d3","outlet":"قناة الضفة","title":"ثلاثة قتلى في انهيار جسر للمشاة بسيدي مرزوق","published":"2024-09-03T08:00:00Z","text":"قال الدفاع المدني في سيدي مرزوق إن جسرا للمشاة انهار وسط المدينة مساء الأحد وقتل ثلاثة أشخاص كانوا فوقه."}
END
"$isnad" add --quiet --db "$folder/days" "$folder/day.jsonl" >/dev/null || exit 1
bridge=$("$isnad" stories --json --db "$folder/days" | sed -n '1s/{"id":"\([^"]*\)".*/\1/p')
"$isnad" timeline --db "$folder/days" "$bridge" >"$folder/day"
want "told again the next day" "^2024-09-01 .*reported by 3," "$folder/day"
refuse "told again the next day" "^2024-09-02" "$folder/day"
refuse "told again the next day" "^2024-09-03" "$folder/day"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
