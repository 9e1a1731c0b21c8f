/* golden_stories TESTS_FOLDER [--show]: puts each set of reports of golden_stories/ into a store of its own, which is not kept, and compares the
 * claims of its story with the table written by hand beside it (golden_stories/README.md). Prints how well figures and statements are grouped (BCubed
 * F1 over the mentions of the table), how many verdicts and how many counts of independent origins are right; below the bars that the README states
 * it fails. */
#include "golden.h"

#include "store/sql.h"

enum { CELLS = 7, MOST_ROWS = 64, MOST_SETS = 256, PATH_ROOM = 1024 };
enum { CLAIM, KIND, VERDICT, VERSION, REPORT, WORDS, ORIGINS };

/* Asked is .95 of each (docs/MEASURES.md). */
static const double bar_grouping = 0.95, bar_verdicts = 0.95, bar_origins = 0.95;

typedef struct row {
  isnad_slice cells[CELLS];
  const isnad_claim *claim; /* that holds the mention; NULL: none does */
  const isnad_claim_version *version;
} row;

typedef struct tally {
  double precision, recall; /* sums over mentions */
  size_t mentions, verdicts, verdicts_right, origins, origins_right, sets;
  bool show;
} tally;

static size_t read_rows(row *rows, isnad_slice text) {
  size_t count = 0;
  while (text.length > 0 && text.bytes[0] == '#') golden_cut(&text, '\n');
  golden_cut(&text, '\n');
  while (text.length > 0 && count < MOST_ROWS) {
    isnad_slice line = golden_cut(&text, '\n');
    rows[count] = (row){.claim = NULL};
    for (size_t i = 0; i < CELLS; i++) rows[count].cells[i] = golden_cut(&line, '\t');
    count++;
  }
  return count;
}

static bool holds(isnad_slice text, isnad_slice part) {
  for (size_t i = 0; part.length > 0 && i + part.length <= text.length; i++)
    if (memcmp(text.bytes + i, part.bytes, part.length) == 0) return true;
  return false;
}

static bool is_mention(const row *r, const isnad_claim_mention *m) {
  return isnad_slice_equal(m->label, r->cells[REPORT]) && (holds(m->words, r->cells[WORDS]) || holds(r->cells[WORDS], m->words));
}

static void find_row(row *r, const isnad_claims *claims) {
  for (size_t c = 0; c < claims->count && r->claim == NULL; c++) {
    const isnad_claim *claim = &claims->items[c];
    if (!isnad_slice_equal(isnad_slice_of(isnad_claim_kind_name(claim->kind)), r->cells[KIND])) continue;
    for (size_t v = 0; v < claim->count && r->claim == NULL; v++)
      for (size_t m = 0; m < claim->versions[v].count; m++)
        if (is_mention(r, &claim->versions[v].mentions[m])) {
          r->claim = claim;
          r->version = &claim->versions[v];
          break;
        }
  }
}

static bool same_gold(const row *a, const row *b) { return isnad_slice_equal(a->cells[CLAIM], b->cells[CLAIM]); }
static bool same_found(const row *a, const row *b) { return a == b || (a->claim != NULL && a->claim == b->claim); }

/* BCubed (Bagga and Baldwin 1998): a mention that was not found is alone, and its recall counts. */
static void score_grouping(tally *t, const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t both = 0, gold = 0, found = 0;
    for (size_t k = 0; k < count; k++) {
      gold += same_gold(&rows[i], &rows[k]);
      found += same_found(&rows[i], &rows[k]);
      both += same_gold(&rows[i], &rows[k]) && same_found(&rows[i], &rows[k]);
    }
    bool there = rows[i].claim != NULL;
    t->precision += there ? (double)both / (double)found : 0;
    t->recall += there ? (double)both / (double)gold : 0;
    t->mentions++;
  }
}

static void complain(const tally *t, const char *set, const row *r, const char *what, const char *got) {
  if (t->show)
    printf("%s: %.*s (%.*s, %.*s): %s, got %s\n", set, (int)r->cells[CLAIM].length, r->cells[CLAIM].bytes, (int)r->cells[REPORT].length,
           r->cells[REPORT].bytes, (int)r->cells[WORDS].length, r->cells[WORDS].bytes, what, got);
}

static bool seen_before(const row *rows, size_t at, int cell) {
  for (size_t i = 0; i < at; i++)
    if (same_gold(&rows[i], &rows[at]) && isnad_slice_equal(rows[i].cells[cell], rows[at].cells[cell])) return true;
  return false;
}

/* One verdict a claim, of the claim that holds its first mention that was found. */
static void score_verdicts(tally *t, const char *set, const row *rows, size_t count, const isnad_claims *claims) {
  for (size_t i = 0; i < count; i++) {
    const row *r = &rows[i];
    if (seen_before(rows, i, CLAIM)) continue;
    const isnad_claim *claim = NULL;
    for (size_t k = i; k < count && claim == NULL; k++)
      if (same_gold(r, &rows[k])) claim = rows[k].claim;
    const char *got = claim != NULL ? isnad_verdict_name(claim->verdict) : "nothing";
    bool right = isnad_slice_equal(isnad_slice_of(got), r->cells[VERDICT]);
    t->verdicts++;
    t->verdicts_right += right;
    if (!right) complain(t, set, r, "another verdict", got);
  }
  for (size_t c = 0; c < claims->count; c++) { /* a disagreement that the table does not know is an error */
    bool known = false;
    for (size_t i = 0; i < count; i++) known = known || rows[i].claim == &claims->items[c];
    if (known || claims->items[c].verdict != ISNAD_VERDICT_DIFFER) continue;
    t->verdicts++;
    const isnad_slice words = claims->items[c].versions[0].words;
    if (t->show) printf("%s: a disagreement nobody planted: %.*s\n", set, (int)words.length, words.bytes);
  }
}

static void score_origins(tally *t, const char *set, const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const row *r = &rows[i];
    char got[48] = "nothing";
    if (seen_before(rows, i, VERSION)) continue;
    if (r->version != NULL && r->version->origins.certain == r->version->origins.possible)
      snprintf(got, sizeof got, "%u", r->version->origins.certain);
    else if (r->version != NULL)
      snprintf(got, sizeof got, "%u-%u", r->version->origins.certain, r->version->origins.possible);
    bool right = isnad_slice_equal(isnad_slice_of(got), r->cells[ORIGINS]);
    t->origins++;
    t->origins_right += right;
    if (!right) complain(t, set, r, "other origins", got);
  }
}

static bool ignore_result(void *context, const isnad_result *result) {
  (void)context;
  (void)result;
  return true;
}

/* The first id that the export of stories gives for a story with most captures. */
typedef struct largest {
  char id[32];
  size_t captures;
} largest;

static bool take_story(void *context, isnad_slice line) {
  largest *best = context;
  isnad_slice key = isnad_slice_of("\"captures\":["), id = isnad_slice_of("\"id\":\"");
  size_t commas = 0, at = 0;
  while (at < line.length && !isnad_slice_starts((isnad_slice){line.bytes + at, line.length - at}, key)) at++;
  for (size_t i = at; i < line.length; i++) commas += line.bytes[i] == ',';
  if (commas + 1 <= best->captures) return true;
  best->captures = commas + 1;
  for (at = 0; at < line.length && !isnad_slice_starts((isnad_slice){line.bytes + at, line.length - at}, id); at++) continue;
  isnad_slice rest = {line.bytes + at + id.length, line.length - at - id.length}, word = golden_cut(&rest, '"');
  snprintf(best->id, sizeof best->id, "%.*s", (int)word.length, word.bytes);
  return true;
}

/* The claim stage is judged here, not the story stage: where that parts the reports of a set, they are put together again. */
static bool join_reports(isnad_store *store, const char *story) {
  sqlite3_stmt *update = store_statement(store, "UPDATE story_member SET story = ?1", NULL);
  if (update == NULL) return false;
  store_bind_text(update, 1, isnad_slice_of(story));
  return store_run(store, update, NULL) == ISNAD_OK;
}

static isnad_status claims_of(isnad_claims *claims, isnad_arena *arena, isnad_store *store, const char *reports, isnad_err *err) {
  const char *paths[] = {reports};
  isnad_run run = {.threads = 1, .take = ignore_result};
  isnad_added added;
  largest story = {.captures = 0};
  isnad_view view = {.json = true, .line = take_story, .context = &story};
  isnad_status status = isnad_add(&added, store, paths, 1, &run, NULL, err);
  if (status == ISNAD_OK) status = isnad_view_export(store, ISNAD_EXPORT_STORIES, &view, err);
  if (status == ISNAD_OK && !join_reports(store, story.id)) status = ISNAD_STORE;
  return status == ISNAD_OK ? isnad_claims_of_story(claims, arena, store, isnad_slice_of(story.id), err) : status;
}

static bool score_set(tally *t, const char *folder, const char *set) {
  char path[2 * PATH_ROOM];
  row rows[MOST_ROWS];
  isnad_claims claims = {.items = NULL};
  isnad_arena *arena = NULL;
  isnad_store *store = NULL;
  isnad_err err = {0};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return false;
  isnad_status status = isnad_store_open(&store, NULL, ISNAD_STORE_PASSING, &err); /* nobody asks for it again */
  snprintf(path, sizeof path, "%s/%s/reports.jsonl", folder, set);
  if (status == ISNAD_OK) status = claims_of(&claims, arena, store, path, &err);
  snprintf(path, sizeof path, "%s/%s/want.tsv", folder, set);
  size_t count = read_rows(rows, golden_file(arena, path));
  for (size_t i = 0; i < count; i++) {
    find_row(&rows[i], &claims);
    if (rows[i].claim == NULL) complain(t, set, &rows[i], "not found", "");
    for (size_t k = 0; k < i; k++)
      if (t->show && same_gold(&rows[i], &rows[k]) != same_found(&rows[i], &rows[k]))
        complain(t, set, &rows[i], "grouped otherwise than", rows[k].cells[CLAIM].bytes[0] ? set : "");
  }
  score_grouping(t, rows, count);
  score_verdicts(t, set, rows, count, &claims);
  score_origins(t, set, rows, count);
  t->sets++;
  if (status != ISNAD_OK) printf("%s: %s\n", set, err.message);
  isnad_store_close(store);
  isnad_arena_free(arena);
  return status == ISNAD_OK && count > 0;
}

int main(int argc, char **argv) {
  char folder[PATH_ROOM], *sets[MOST_SETS];
  size_t count = 0, failed = 0;
  tally t = {.show = true};
  if (argc < 2) return 2;
  snprintf(folder, sizeof folder, "%s/golden_stories", argv[1]);
  count = golden_cases(folder, sets, MOST_SETS);
  for (size_t i = 0; i < count; i++) {
    if (argc < 3 || strncmp(sets[i], argv[2], strlen(argv[2])) == 0) failed += !score_set(&t, folder, sets[i]);
    free(sets[i]);
  }
  double precision = t.precision / (double)t.mentions, recall = t.recall / (double)t.mentions;
  double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
  double verdicts = (double)t.verdicts_right / (double)t.verdicts, origins = (double)t.origins_right / (double)t.origins;
  failed += (size_t)(f1 < bar_grouping) + (size_t)(verdicts < bar_verdicts) + (size_t)(origins < bar_origins);
  printf("%zu sets: grouping F1 %.3f (P %.3f R %.3f, %zu mentions), verdicts %.3f of %zu, origins %.3f of %zu\n", t.sets, f1, precision, recall,
         t.mentions, verdicts, t.verdicts, origins, t.origins);
  printf("%zu passed, %zu failed\n", t.verdicts_right + t.origins_right, failed);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
