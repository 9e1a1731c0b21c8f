/* golden TESTS_FOLDER: reads every page of golden/ and compares its parts and articles with the tables written by hand beside it
 * (golden/README.md). Prints the F1 of the parts case by case; every part and every field of an article is one check. */
#include "golden.h"

#include "base/clock.h"

#include <unistd.h>

enum { MOST_CASES = 256, MOST_CELLS = 16, PATH_ROOM = 1024 };

typedef struct tally {
  size_t passed, failed;
  const char *name; /* of the case */
} tally;

typedef struct table {
  isnad_slice (*rows)[MOST_CELLS];
  size_t count;
} table;

/* The rows without the header. */
static table read_table(isnad_arena *arena, const char *path) {
  isnad_slice rest = golden_file(arena, path);
  table t = {isnad_arena_array(arena, rest.length / 2 + 1, sizeof *t.rows), 0};
  golden_cut(&rest, '\n');
  while (rest.length > 0) {
    isnad_slice line = golden_cut(&rest, '\n');
    for (size_t i = 0; i < MOST_CELLS && line.length > 0; i++) t.rows[t.count][i] = golden_cut(&line, '\t');
    t.count++;
  }
  return t;
}

static bool same(isnad_slice a, const char *b) { return isnad_slice_equal(a, isnad_slice_of(b)); }

static bool check(tally *t, bool good, const char *what, isnad_slice wanted, isnad_slice got) {
  if (good) {
    t->passed++;
    return true;
  }
  t->failed++;
  printf("%s: %s: wanted \"%.*s\", got \"%.*s\"\n", t->name, what, (int)wanted.length, wanted.bytes, (int)got.length, got.bytes);
  return false;
}

/* Articles are counted in page order without the bare headlines, as the tables do. */
static long place_of(const isnad_record *r, int32_t article) {
  if (article < 0 || r->articles[article].role == ISNAD_ROLE_HEADLINE) return -1;
  return article;
}

static void compare_parts(tally *t, const isnad_record *r, const table *want) {
  const isnad_page *page = &r->page;
  size_t hits = 0;
  for (size_t i = 0; i < want->count && i < page->part_count; i++) {
    const isnad_part *p = &page->parts[i];
    isnad_slice text = isnad_slice_at(page->text, p->span), *row = want->rows[i], kind = isnad_slice_of(isnad_part_kind_name(p->kind));
    char place[24] = "-";
    if (place_of(r, p->article) >= 0) snprintf(place, sizeof place, "%ld", place_of(r, p->article));
    bool right = check(t, same(row[0], kind.bytes) && isnad_slice_starts(text, row[2]), "part", row[0], kind);
    if (!right) printf("    %.*s\n", (int)row[2].length, row[2].bytes);
    hits += right;
    check(t, same(row[1], place), "article of a part", row[1], isnad_slice_of(place));
    check(t, same(row[3], p->crosshead ? "crosshead" : "-"), "role of a part", row[3], row[2]);
  }
  size_t most = want->count > page->part_count ? want->count : page->part_count;
  t->failed += most - (want->count < page->part_count ? want->count : page->part_count);
  printf("%-28s parts F1 %.3f (%zu wanted, %zu got)\n", t->name, 2.0 * (double)hits / (double)(want->count + page->part_count), want->count,
         page->part_count);
}

static isnad_slice or_dash(isnad_slice s) { return s.length > 0 ? s : isnad_slice_of("-"); }

static void compare_article(tally *t, const isnad_record *r, const isnad_article *a, isnad_slice *row) {
  isnad_slice text = r->page.text, none = {NULL, 0};
  isnad_slice first = a->body_count > 0 ? isnad_slice_at(text, a->body[0]) : none,
              last = a->body_count > 0 ? isnad_slice_at(text, a->body[a->body_count - 1]) : none;
  char from[CLOCK_ISO_ROOM] = "-", to[CLOCK_ISO_ROOM] = "-";
  if (a->published.when.from < a->published.when.to) {
    int64_t begin = a->published.when.from / DAY_SECONDS, end = (a->published.when.to + DAY_SECONDS - 1) / DAY_SECONDS;
    from[clock_iso(from, begin * DAY_SECONDS)] = '\0';
    to[clock_iso(to, end * DAY_SECONDS)] = '\0';
  }
  isnad_slice got[] = {isnad_slice_of(isnad_article_role_name(a->role)),
                       isnad_slice_at(text, a->headline),
                       a->outlet.name,
                       a->origin.name,
                       isnad_slice_of(from),
                       isnad_slice_of(to)};
  static const char *const names[] = {"role", "headline", "outlet", "origin", "published_from", "published_to"};
  for (size_t i = 0; i < sizeof got / sizeof got[0]; i++) check(t, isnad_slice_equal(row[i + 1], or_dash(got[i])), names[i], row[i + 1], got[i]);
  check(t, same(row[7], "-") ? first.length == 0 : isnad_slice_starts(first, row[7]), "body_first", row[7], first);
  check(t, same(row[8], "-") ? last.length == 0 : isnad_slice_starts(last, row[8]), "body_last", row[8], last);
}

static void compare_articles(tally *t, const isnad_record *r, const table *want) {
  size_t texts = 0;
  while (texts < r->article_count && r->articles[texts].role != ISNAD_ROLE_HEADLINE) texts++;
  char wanted[24], got[24];
  snprintf(wanted, sizeof wanted, "%zu", want->count);
  snprintf(got, sizeof got, "%zu", texts);
  check(t, texts == want->count, "articles", isnad_slice_of(wanted), isnad_slice_of(got));
  for (size_t i = 0; i < texts && i < want->count; i++) compare_article(t, r, &r->articles[i], want->rows[i]);
}

static void run_case(tally *t, const char *folder) {
  isnad_arena *arena = NULL;
  char path[3 * PATH_ROOM];
  isnad_record record;
  isnad_err err = {0};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) exit(2);
  snprintf(path, sizeof path, "%s/page.txt", folder);
  if (access(path, R_OK) != 0) snprintf(path, sizeof path, "%s/page.html", folder);
  isnad_input input = {.path = isnad_slice_of(path), .bytes = golden_file(arena, path)};
  if (isnad_read(&record, arena, &input, &err) != ISNAD_OK) {
    printf("%s: %s\n", t->name, err.message);
    t->failed++;
  } else {
    snprintf(path, sizeof path, "%s/want.tsv", folder);
    table parts = read_table(arena, path);
    compare_parts(t, &record, &parts);
    snprintf(path, sizeof path, "%s/want_articles.tsv", folder);
    table articles = read_table(arena, path);
    compare_articles(t, &record, &articles);
  }
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  char folder[PATH_ROOM], *names[MOST_CASES];
  tally t = {0};
  if (argc != 2) return 2;
  snprintf(folder, sizeof folder, "%s/golden", argv[1]);
  size_t count = golden_cases(folder, names, MOST_CASES);
  for (size_t i = 0; i < count; i++) {
    char path[2 * PATH_ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    t.name = names[i];
    run_case(&t, path);
    free(names[i]);
  }
  printf("%zu passed, %zu failed\n", t.passed, t.failed);
  return t.failed > 0 || t.passed == 0;
}
