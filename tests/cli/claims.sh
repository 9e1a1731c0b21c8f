#!/bin/sh
# Claims, reports and checks over a story that was written for it: what is agreed, what was copied with another figure, and pages with hostile titles.
# usage: claims.sh ISNAD ROOT
isnad=$1
root=$2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
ok() { if [ "$2" = yes ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "not so: $1"; fi; }
has() { if grep -qF -e "$3" "$2"; then ok "$1" yes; else ok "$1 (no $3)" no; fi; }
hasnot() { if grep -qF -e "$3" "$2"; then ok "$1 ($3)" no; else ok "$1" yes; fi; }

ISNAD_DB=$folder/db
export ISNAD_DB
"$isnad" add "$root/tests/golden_stories/01-warehouse-fire/reports.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)

"$isnad" claims --json "$story" >"$folder/claims"
has "a toll is told differently" "$folder/claims" '"verdict":"differ"'
has "the copy with another figure is marked" "$folder/claims" '"altered_copy":true'
"$isnad" claims --lang en "$story" >"$folder/english"
has "the frame is English when asked for" "$folder/english" 'copied with another figure'
"$isnad" claims --lang fr "$story" >/dev/null 2>&1
if [ $? = 2 ]; then ok "an unknown language is refused" yes; else ok "an unknown language is refused" no; fi
"$isnad" claims s0000 >/dev/null 2>&1
if [ $? = 1 ]; then ok "no such story: 1" yes; else ok "no such story: 1" no; fi

"$isnad" report "$story" >"$folder/text"
has "the report has its chain" "$folder/text" 'بوابة الدلتا'
"$isnad" report --html "$story" >"$folder/html"
has "the page is right to left" "$folder/html" 'dir="rtl"'
hasnot "it loads nothing" "$folder/html" 'src='
hasnot "nor a style from elsewhere" "$folder/html" "<link"
has "it draws" "$folder/html" '<svg'
"$isnad" report --html --lang en "$story" >"$folder/html-en"
has "or left to right" "$folder/html-en" 'dir="ltr"'
"$isnad" report --json "$story" >"$folder/json"
has "one object" "$folder/json" '"claims":['
"$isnad" report --pack "$folder/pack.zip" "$story"
has "a zip" "$folder/pack.zip" 'SHA256SUMS'
if command -v unzip >/dev/null 2>&1; then
  if unzip -tq "$folder/pack.zip" >/dev/null 2>&1; then ok "unzip reads it" yes; else ok "unzip reads it" no; fi
fi
if command -v python3 >/dev/null 2>&1; then
  mkdir "$folder/unpacked"
  python3 -c 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])' "$folder/pack.zip" "$folder/unpacked"
  if (cd "$folder/unpacked" && sha256sum -c SHA256SUMS >/dev/null 2>&1); then ok "every sum is right" yes; else ok "every sum is right" no; fi
  listed=$(wc -l <"$folder/unpacked/SHA256SUMS")
  files=$(find "$folder/unpacked" -type f ! -name SHA256SUMS | wc -l)
  if [ "$listed" = "$files" ]; then ok "every file has its sum" yes; else ok "every file has its sum" no; fi
  for capture in "$folder"/unpacked/captures/*.jsonl; do
    cat "$capture"
    echo
  done | sort >"$folder/packed"
  sort "$root/tests/golden_stories/01-warehouse-fire/reports.jsonl" >"$folder/captured"
  if cmp -s "$folder/packed" "$folder/captured"; then ok "the captures are the captured bytes" yes; else ok "the captures are the captured bytes" no; fi
  has "the claims are linked data" "$folder/unpacked/claims.jsonld" '"@type":"Claim"'
  has "with where they appeared" "$folder/unpacked/claims.jsonld" '"appearance":['
  has "the chain is provenance" "$folder/unpacked/chain.prov.json" 'wasDerivedFrom'
  has "the drawings are there" "$folder/unpacked/chain.svg" '<svg'
  for record in "$folder"/unpacked/records/*.json; do has "a record" "$record" '"schema":1'; done
fi
cp "$folder/pack.zip" "$folder/first.zip"
"$isnad" report --pack "$folder/pack.zip" "$story"
if cmp -s "$folder/pack.zip" "$folder/first.zip"; then ok "the same bytes again" yes; else ok "the same bytes again" no; fi

has "what supports it is counted as Arabic counts" "$folder/text" 'السند: 4 تقارير، 4 وسائل، '
has "what differs has its section" "$folder/text" '== المختلف فيه'
"$isnad" report --lang en "$story" >"$folder/text-en"
has "or as English does" "$folder/text-en" '4 reports, 4 outlets, '

"$isnad" check --json "لقي 9 أشخاص مصرعهم في حريق مخزن ملابس بالمحلة" >"$folder/check"
has "nine dead differ" "$folder/check" '"agrees":false'
"$isnad" check --json "لقي 4 أشخاص مصرعهم في حريق مخزن ملابس بالمحلة" >"$folder/check"
has "four dead agree" "$folder/check" '"agrees":true'
"$isnad" check "سعر البطاطا في السوق" >/dev/null 2>&1
if [ $? = 1 ]; then ok "nothing is claimed of that: 1" yes; else ok "nothing is claimed of that: 1" no; fi

# Days, places, offices.
asks() { # what is asked, the sentence, the kind of the claim, what is expected of it
  "$isnad" check --json "$2" 2>/dev/null | grep -F "\"kind\":\"$3\"" >"$folder/check"
  has "$1" "$folder/check" "\"agrees\":$4"
}
rm -f "$folder/db"
"$isnad" add "$root/tests/golden_stories/40-solar-opening/reports.jsonl" 2>/dev/null
asks "a day that one report tells" "جرى افتتاح محطة الشمس الكبرى يوم السبت 11 أكتوبر 2025" date true
asks "a day that none tells" "جرى افتتاح محطة الشمس الكبرى يوم الجمعة 10 أكتوبر 2025" date false
asks "the town" "جرى افتتاح محطة الشمس الكبرى في ورزازات" place true
asks "another town" "جرى افتتاح محطة الشمس الكبرى في مراكش" place false
asks "an office" "وزير الطاقة خالد العمري" office true
asks "another office" "وزير الصحة خالد العمري" office false
"$isnad" check --json "وصل وزير الطاقة خالد العمري إلى المحطة" >"$folder/check" 2>/dev/null
hasnot "his title says nothing of his deeds" "$folder/check" '"kind":"office"'

# What is the opposite, what is near, and what agrees only in all its words.
meets() { # what is asked, the sentence, what is expected somewhere
  "$isnad" check --json "$2" >"$folder/check" 2>/dev/null
  has "$1" "$folder/check" "$3"
}
rm -f "$folder/db"
"$isnad" add "$root/tests/golden_stories/29-denied-arrest/reports.jsonl" "$root/tests/golden_stories/43-quote-turned/reports.jsonl" 2>/dev/null
meets "a denial agrees with its like" "نفت وزارة الداخلية التونسية إيقاف رجل الأعمال منير الباجي في مطار قرطاج" '"match":"agrees"'
meets "and is the opposite of what it denies" "أكدت وزارة الداخلية التونسية إيقاف رجل الأعمال منير الباجي في مطار قرطاج" '"match":"opposite"'
hasnot "which agrees with nothing of hers" "$folder/check" '"match":"agrees","claim":{"id":"c","kind":"statement","claimant":"وزارة الداخلية'
meets "another number differs" "قال أيمن الصفدي: نستضيف اليوم 2.7 مليون لاجئ سوري" '"match":"differs"'
hasnot "and agrees with nothing" "$folder/check" '"match":"agrees"'
"$isnad" check --json "قال وزير الخارجية الأردني أيمن الصفدي: سنغلق كل المعابر غدا" >"$folder/check" 2>/dev/null
hasnot "a title agrees with no words" "$folder/check" '"match":"agrees"'
meets "another nation differs" "قال أيمن الصفدي: نستضيف اليوم 1.3 مليون لاجئ عراقي" '"in":"nation","instead":"سوري"'
meets "what is said instead is named" "قال أيمن الصفدي: لن نقبل بتهجير الفلسطينيين إلى مصر تحت أي ظرف" '"instead":"الأردن"'
"$isnad" check --json "نستضيف اليوم 1.3 مليون لاجئ سوري" | sed 's/.*"claim":{"id":"\([^"]*\)".*/\1/' | sort | uniq -d >"$folder/twice"
if [ -s "$folder/twice" ]; then ok "no claim twice" no; else ok "no claim twice" yes; fi

# Tolls of different claimants stand side by side, and a story of one toll has none.
rm -f "$folder/db"
printf '%s\n' '{"id":"a","outlet":"موقع السد","published":"2025-03-01T08:00:00Z","title":"تفجير أمام مبنى البلدية في القطيف","text":"قتل ستة أشخاص في تفجير سيارة مفخخة أمام مبنى البلدية في مدينة القطيف صباح السبت، كما قال المتحدث باسم البلدية سامي الراوي. وفر المنفذون."}' \
  '{"id":"b","outlet":"صحيفة الواحة","published":"2025-03-01T10:00:00Z","title":"انفجار سيارة مفخخة أمام بلدية القطيف","text":"أعلنت وزارة الداخلية مقتل 11 شخصا في تفجير سيارة مفخخة أمام مبنى البلدية في مدينة القطيف صباح السبت. وتواصل الشرطة البحث عن المنفذين."}' \
  '{"id":"c","outlet":"وكالة الميناء","published":"2025-03-01T10:30:00Z","title":"سيارة مفخخة تستهدف بلدية القطيف","text":"قال مصدر طبي إن تسعة أشخاص قتلوا في تفجير سيارة مفخخة أمام مبنى البلدية في مدينة القطيف صباح السبت. وبين القتلى حارسان."}' >"$folder/tolls.jsonl"
"$isnad" add "$folder/tolls.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
"$isnad" report "$story" >"$folder/text"
has "tolls stand side by side" "$folder/text" 'اختلاف بين قائلين'
has "with who states them" "$folder/text" 'القائل: وزارة الداخلية'
hasnot "and nobody reads that all agree" "$folder/text" 'لم يجد البرنامج اختلافا'
"$isnad" report --json "$story" >"$folder/json"
has "also as data" "$folder/json" '"contrasts":[{"state":"dead","grows":false,"opens":true,"speakers":true,"sides":[{"claim":"c'
"$isnad" claims --json "$story" >"$folder/claims"
has "each claim says where it stands" "$folder/claims" '"contrast":0'
rm -f "$folder/db"
sed 's/ستة أشخاص/11 شخصا/; s/تسعة أشخاص/11 شخصا/' "$folder/tolls.jsonl" >"$folder/one.jsonl"
"$isnad" add "$folder/one.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
"$isnad" report "$story" >"$folder/text"
has "one toll differs from nothing" "$folder/text" 'لم يجد البرنامج اختلافا'

# Other figures of one matter stand side by side, so do one quotation of two persons and the minute of a goal; "sources" are called as they are.
rm -f "$folder/db"
printf '%s\n' '{"id":"a","outlet":"جريدة النجم","published":"2025-03-02T20:00:00Z","title":"سمارا تفوز على نيدان","text":"فازت سمارا على نيدان 2-0 مساء الأحد. وافتتح هاني سالم التسجيل في الدقيقة 32 من تسديدة قوية. وأطلقت الشرطة 25 قذيفة غاز على جماهير نيدان في محيط الملعب بعد صافرة النهاية. وقال المدرب ماهر كنعان: «لعبنا مباراة كبيرة أمام فريق يعرف كيف يدافع عن مرماه حتى النهاية»."}' \
  '{"id":"b","outlet":"صحيفة الملعب","published":"2025-03-02T21:00:00Z","title":"سمارا تفوز على نيدان بهدفين","text":"حسمت سمارا مباراتها مع نيدان 2-0 مساء الأحد. وسجل هاني سالم الهدف الأول في الدقيقة 31 من تسديدة قوية. وأطلقت الشرطة نحو 35 قذيفة غاز على جماهير نيدان في محيط الملعب بعد صافرة النهاية، وفق مصدر أمني. وقال القائد سامر حداد: «لعبنا مباراة كبيرة أمام فريق يعرف كيف يدافع عن مرماه حتى النهاية»."}' >"$folder/match.jsonl"
"$isnad" add "$folder/match.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
"$isnad" report "$story" >"$folder/text"
has "a minute is told differently" "$folder/text" 'دقيقة الهدف: هاني سالم'
has "a quotation has two speakers" "$folder/text" 'قول واحد وقائلان'
hasnot "nor is it agreed" "$folder/text" 'اتفاق  ماهر كنعان'
has "figures of one matter stand side by side" "$folder/text" '35 قذيفة'

# What a statement needs to stand alone is printed with it, and one speaker has one head.
rm -f "$folder/db"
printf '%s\n' '{"id":"x","outlet":"صحيفة التل","published":"2025-01-01","title":"أزمة دبلوماسية بين البلدين","text":"اتهمت بريطانيا موسكو باستهداف شبكة الكهرباء في اسكتلندا. وأعلنت بعثة أثرية مصرية عن كشف مقبرة ملكية في سقارة. وقالت حركة طالبان إن الهدنة مستمرة حتى الربيع. وأكدت طالبان أن الطرق ستفتح غدا."}' >"$folder/said.jsonl"
"$isnad" add "$folder/said.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
"$isnad" report "$story" >"$folder/text"
has "the accused is not lost" "$folder/text" 'اتهمت بريطانيا موسكو باستهداف شبكة الكهرباء'
has "a preposition keeps its verb" "$folder/text" 'أعلنت عن كشف مقبرة ملكية'
heads=$(sed -n '/== من قال ماذا/,/^$/p' "$folder/text" | grep -c '^\(حركة \)\{0,1\}طالبان$')
if [ "$heads" = 1 ]; then ok "one head for one speaker" yes; else ok "one head for one speaker ($heads)" no; fi

# A new report changes the claims of a story without the others being read again: what the store was made to hold of them is still told.
rm -f "$folder/db"
sed -n '1,2p' "$root/tests/golden_stories/01-warehouse-fire/reports.jsonl" >"$folder/old.jsonl"
sed -n '3,4p' "$root/tests/golden_stories/01-warehouse-fire/reports.jsonl" >"$folder/new.jsonl"
"$isnad" add "$folder/old.jsonl" 2>/dev/null
if command -v python3 >/dev/null 2>&1; then
  python3 -c 'import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute("UPDATE figure SET min = 3, max = 3 WHERE min = 4"); c.commit()' "$folder/db"
  "$isnad" add "$folder/new.jsonl" 2>/dev/null
  story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
  "$isnad" claims --json "$story" | grep -F '"verdict":"differ"' | grep -F '"state":"dead"' >"$folder/claims"
  has "the new toll is there" "$folder/claims" '"min":16'
  has "beside what was kept" "$folder/claims" '"min":3'
fi

# Who denies a number does not claim it; the numbers of a date line count nothing.
rm -f "$folder/db"
cat >"$folder/denied.jsonl" <<'END'
{"id":"one","outlet":"صحيفة التل","published":"2025-03-10T08:00:00Z","title":"قتلى في قصف على الرابية","text":"قالت إدارة المدينة إن 35 مقاتلا قتلوا في قصف على مدينة الرابية اليوم الاثنين. وأضافت أن القصف أصاب موقعين."}
{"id":"two","outlet":"صحيفة السهل","published":"2025-03-10T10:00:00Z","title":"مصدر عسكري ينفي سقوط القتلى في الرابية","text":"نفى مصدر عسكري في وزارة الدفاع ما أوردته وسائل الإعلام عن سقوط 35 قتيلا في الرابية. وأكد المصدر أن عدد القتلى ثلاثة وليس 35."}
{"id":"three","outlet":"صحيفة الجبل","published":"2025-03-10T11:00:00Z","title":"تضارب في عدد قتلى الرابية","text":"الكويت - 10 - 3 (كونا) -- قال متحدث باسم وزارة الدفاع إن الأنباء عن مقتل 35 شخصا في الرابية لا صحة لها."}
END
"$isnad" add "$folder/denied.jsonl" 2>/dev/null
for story in $("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/'); do "$isnad" claims --json "$story"; done | grep '"kind":"figure"' >"$folder/claims"
has "the number is claimed" "$folder/claims" '"article":"one"'
has "so is what is said to be right" "$folder/claims" '"min":3'
has "who denies a number stands beside who tells it" "$folder/claims" '"denials":[{"article":"two"'
hasnot "a number called false is not claimed" "$folder/claims" '"mentions":[{"article":"three"'
has "the denier's own number stands against it" "$folder/claims" '"verdict":"differ"'
if [ "$(grep -c '"min":35' "$folder/claims")" = 1 ]; then ok "one claim of 35" yes; else ok "one claim of 35" no; fi

# What one report alone tells is folded behind a dozen.
rm -f "$folder/db"
printf '%s\n' '{"id":"x","outlet":"صحيفة التل","published":"2025-01-01","title":"مشاريع التل","text":"زار الوفد 13 مدرسة. وافتتح 14 مصنعا. ورمم 15 مسجدا. وبنى 16 مستشفى. وشيد 17 سدا. وزرع 180 شجرة. ووزع 190 كتابا. ونظم 21 معرضا. وأرسل 22 شاحنة. وحفر 23 بئرا. وجهز 24 مختبرا. وفتح 25 متجرا. وأصلح 26 قاربا. وعرض 27 فيلما. وأقام 28 خيمة. واشترى 29 حافلة."}' >"$folder/many.jsonl"
"$isnad" add "$folder/many.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
"$isnad" report "$story" >"$folder/text"
has "the tail is folded" "$folder/text" 'من تقرير واحد (--all)'
"$isnad" report --all "$story" >"$folder/text"
hasnot "and shown when asked for" "$folder/text" '(--all)'
"$isnad" report --html "$story" >"$folder/html"
has "on a page it opens" "$folder/html" '<details>'

rm -f "$folder/db"
printf '%s\n' '{"id":"x","outlet":"<img src=x onerror=alert(1)>","published":"2025-01-01","title":"\"><script>alert(1)</script> \u202egnp","text":"قال أحمد الخطيب: «<b>مقتل 12 شخصا</b> في الحادث». وأضاف أن العدد مرشح للارتفاع."}' >"$folder/hostile.jsonl"
"$isnad" add "$folder/hostile.jsonl" 2>/dev/null
story=$("$isnad" stories --json | sed 's/.*"id":"\([^"]*\)".*/\1/' | head -n 1)
"$isnad" report --html "$story" >"$folder/html"
hasnot "a script is text" "$folder/html" '<script'
hasnot "a picture is text" "$folder/html" '<img'
has "it is shown escaped" "$folder/html" '&lt;script&gt;'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
