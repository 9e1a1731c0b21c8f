/* golden_names TESTS_FOLDER [PREFIX]: reads the articles of golden_names/, in which names and offices are marked by hand (golden_names/README.md),
 * and compares what isnad reads in them. Prints what is missed, cut or of another type; fails when a measure falls below its bar. */
#include "golden.h"

enum { MOST_CASES = 512, PATH_ROOM = 1024 };

/* What the last measured build reaches: a change that reads fewer of them has to say why. */
static const double bar_names = 0.86, bar_roles = 0.93;

static const char type_letters[] = "plomfde"; /* in the order of isnad_name_type */

typedef struct tally {
  size_t names, names_right, roles, roles_right;
  const char *name; /* of the article */
} tally;

/* --- the marks --- */

/* "[lo ": the letters of the types, any of which is right. "{": an office. */
static size_t open_mark(golden_mark *m, isnad_slice raw, size_t at) {
  if (m->opened == '{') return at;
  size_t begin = at;
  while (at < raw.length && raw.bytes[at] != ' ') at++;
  m->label = (isnad_slice){raw.bytes + begin, at - begin};
  return at + 1;
}

static bool is_office(const golden_mark *m) { return m->opened == '{'; }

/* --- what was read at a mark --- */

static bool same(isnad_span a, isnad_span b) { return a.begin == b.begin && a.end == b.end; }

static void say(const tally *t, const char *what, isnad_slice text, isnad_slice got) {
  printf("%s: %s: %.*s%s%.*s\n", t->name, what, (int)text.length, text.bytes, got.length > 0 ? " | " : "", (int)got.length, got.bytes);
}

static bool has_type(const golden_mark *m, isnad_name_type type) { return memchr(m->label.bytes, type_letters[type], m->label.length) != NULL; }

static bool check_name(const tally *t, const golden_mark *m, const isnad_record *r) {
  isnad_slice wanted = isnad_slice_at(r->page.text, m->span), cut = isnad_slice_of("");
  for (size_t i = 0; i < r->article_count; i++)
    for (size_t k = 0; k < r->articles[i].name_count; k++) {
      const isnad_name_note *n = &r->articles[i].names[k];
      bool here = same(n->span, m->span) || same(n->bare, m->span), within = n->span.begin <= m->span.begin && m->span.end <= n->span.end;
      if ((here || within) && has_type(m, n->type)) return true; /* "party X" for X */
      if (n->span.begin < m->span.end && m->span.begin < n->span.end)
        cut = here ? isnad_slice_of(isnad_name_type_name(n->type)) : isnad_slice_at(r->page.text, n->span);
    }
  say(t, cut.length > 0 ? "name read as" : "name missed", wanted, cut);
  return false;
}

/* An office with its holder's name, or one that stands alone for him. */
static bool check_role(const tally *t, const golden_mark *m, const isnad_record *r) {
  for (size_t i = 0; i < r->article_count; i++)
    for (size_t k = 0; k < r->articles[i].name_count; k++) {
      const isnad_name_note *n = &r->articles[i].names[k];
      if (same(n->role, m->span) || (n->form == ISNAD_FORM_NOMINAL && same(n->span, m->span))) return true;
    }
  say(t, "office missed", isnad_slice_at(r->page.text, m->span), isnad_slice_of(""));
  return false;
}

/* --- the articles --- */

static void compare(tally *t, const golden_text *wanted, const isnad_record *r) {
  for (size_t i = 0; i < wanted->count; i++) {
    const golden_mark *m = &wanted->marks[i];
    bool office = is_office(m);
    *(office ? &t->roles : &t->names) += 1;
    *(office ? &t->roles_right : &t->names_right) += office ? check_role(t, m, r) : check_name(t, m, r);
  }
}

static bool run_case(tally *t, const char *path) {
  isnad_arena *arena = NULL;
  isnad_record record;
  isnad_err err = {0};
  if (isnad_arena_new(&arena, 0) != ISNAD_OK) return false;
  golden_text *wanted = isnad_arena_alloc(arena, sizeof *wanted);
  memset(wanted, 0, sizeof *wanted);
  bool good = golden_marked(wanted, arena, golden_file(arena, path), "{[", open_mark) && wanted->count > 0;
  isnad_input input = {.path = isnad_slice_of("article.txt"), .bytes = wanted->text};
  good = good && isnad_read(&record, arena, &input, &err) == ISNAD_OK;
  if (good)
    compare(t, wanted, &record);
  else
    printf("%s: marks that do not pair, or unread: %s\n", t->name, err.message);
  isnad_arena_free(arena);
  return good;
}

static double share(size_t part, size_t whole) { return whole > 0 ? (double)part / (double)whole : 0; }

int main(int argc, char **argv) {
  char folder[PATH_ROOM], path[2 * PATH_ROOM], *names[MOST_CASES];
  size_t count = 0, failed = 0;
  tally t = {0};
  if (argc < 2) return 2;
  snprintf(folder, sizeof folder, "%s/golden_names", argv[1]);
  count = golden_cases(folder, names, MOST_CASES);
  for (size_t i = 0; i < count; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, names[i]);
    t.name = names[i];
    if (argc < 3 || strncmp(names[i], argv[2], strlen(argv[2])) == 0) failed += !run_case(&t, path);
    free(names[i]);
  }
  double found = share(t.names_right, t.names), offices = share(t.roles_right, t.roles);
  failed += (size_t)(found < bar_names) + (size_t)(offices < bar_roles);
  printf("%zu articles: names found %.3f (%zu of %zu), offices %.3f (%zu of %zu)\n", count, found, t.names_right, t.names, offices, t.roles_right,
         t.roles);
  printf("%zu passed, %zu failed\n", t.names_right + t.roles_right, failed);
  return failed == 0 && count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
