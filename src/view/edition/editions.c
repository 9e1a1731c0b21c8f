#include "view/edition/editions.h"

#include "store/editions.h"

/* --- reading two --- */

static edition_side side_of(const pairing_side *s) {
  return (edition_side){.text = &s->text, .page = s->page, .offset = s->held.offset, .record = s->record, .said = s->said};
}

static isnad_status judge(edition *e, isnad_arena *arena, isnad_err *err) {
  edition_side a = side_of(&e->pair.a), b = side_of(&e->pair.b);
  isnad_status status = edition_notes_read(&a.notes, arena, a.said, a.page, a.text, a.offset, err);
  if (status == ISNAD_OK) status = edition_notes_read(&b.notes, arena, b.said, b.page, b.text, b.offset, err);
  return status == ISNAD_OK ? edition_judge(&e->verdicts, &e->notice, arena, &a, &b, &e->words, err) : status;
}

static isnad_slice text_page(const pairing_side *s) { return isnad_slice_at(s->page, (isnad_span){s->held.offset, (uint32_t)s->page.length}); }

/* Pages that are changed in silence keep their date: the time of capture is asked first. */
static bool comes_first(bool *known, const store_edition *x, const store_edition *y, const store_article *a, const store_article *b) {
  bool captured = x->captured.to > 0 && y->captured.to > 0 && x->captured.from != y->captured.from;
  *known = captured || a->published.from != b->published.from;
  return captured ? x->captured.from < y->captured.from : a->published.from < b->published.from;
}

static const store_edition *entry_of(const store_edition *list, size_t count, int64_t article) {
  static const store_edition none = {0, {0, 0}};
  for (size_t i = 0; i < count; i++)
    if (list[i].article == article) return &list[i];
  return &none;
}

static isnad_status read_two(edition *out, isnad_arena *arena, isnad_store *store, const store_edition *list, size_t count, const store_article *of,
                             const store_article *other, isnad_err *err) {
  const store_edition *own = entry_of(list, count, of->id), *theirs = entry_of(list, count, other->id);
  *out = (edition){.ordered = false};
  out->other_first = comes_first(&out->ordered, theirs, own, other, of) || (!out->ordered && theirs < own);
  const store_article *first = out->other_first ? other : of, *second = out->other_first ? of : other;
  isnad_status status = pairing_read(&out->pair, arena, store, first->name, second->name, err);
  if (status != ISNAD_OK) return status;
  const pairing_side *a = &out->pair.a, *b = &out->pair.b;
  return edition_words_compare(&out->words, arena, &a->text, text_page(a), &b->text, text_page(b), err);
}

isnad_status edition_read(edition *out, isnad_arena *arena, isnad_store *store, const store_article *of, const store_article *other, isnad_err *err) {
  store_edition *list = NULL;
  size_t count = 0;
  isnad_status status = store_editions_of(&list, &count, arena, store, of->id, err);
  if (status == ISNAD_OK) status = read_two(out, arena, store, list, count, of, other, err);
  return status == ISNAD_OK ? judge(out, arena, err) : status;
}

static bool tell_the_same(const edition *e) {
  uint32_t a = e->pair.a.text.count, b = e->pair.b.text.count;
  return 2 * (uint64_t)e->words.same >= (a < b ? a : b) && e->words.same > 0;
}

isnad_status editions_each(sheet *s, isnad_store *store, const store_article *of, isnad_status (*take)(void *context, const edition *e),
                           void *context) {
  store_edition *list = NULL;
  size_t count = 0;
  isnad_status status = store_editions_of(&list, &count, s->arena, store, of->id, s->err);
  for (size_t i = 0; status == ISNAD_OK && i < count; i++) {
    store_article other;
    edition e;
    if (list[i].article == of->id) continue;
    status = store_article_get(&other, s->arena, store, list[i].article, s->err);
    if (status == ISNAD_OK) status = read_two(&e, s->arena, store, list, count, of, &other, s->err);
    if (status != ISNAD_OK || !tell_the_same(&e)) continue;
    status = judge(&e, s->arena, s->err);
    if (status == ISNAD_OK) status = take(context, &e);
  }
  return status;
}

/* --- for people --- */

static void behind(sheet *s, const edition_verdict *v, const edition_run *r) {
  const char *matter = edition_matter_name(v->matter);
  if (matter != NULL) sheet_printf(s, "   <- %s%s", matter, v->silent ? ", silent" : "");
  if (v->spelling) sheet_printf(s, "   <- spelling");
  if (r->headline) sheet_printf(s, "   (headline)");
}

static isnad_status side_line(sheet *s, const pairing_side *of, uint32_t first, uint32_t last, char sign, const edition_verdict *v,
                              const edition_run *r) {
  enum { EXCERPT = 300 };
  if (first == last) return ISNAD_OK;
  sheet_printf(s, "            %c ", sign);
  sheet_excerpt(s, pairing_words(of, first, last), EXCERPT);
  behind(s, v, r);
  return sheet_end(s);
}

isnad_status edition_lines(sheet *s, const edition *e) {
  isnad_status status = ISNAD_OK;
  for (size_t i = 0; status == ISNAD_OK && i < e->words.count; i++) {
    const edition_run *r = &e->words.runs[i];
    bool moved = r->act == EDITION_MOVED;
    if (!moved) status = side_line(s, &e->pair.a, r->a, r->a_end, '-', &e->verdicts[i], r);
    if (status == ISNAD_OK) status = side_line(s, &e->pair.b, r->b, r->b_end, moved ? '~' : '+', &e->verdicts[i], r);
  }
  return status;
}

static size_t count_of(const edition *e, edition_matter matter) {
  size_t count = 0;
  for (size_t i = 0; i < e->words.count; i++) count += e->verdicts[i].matter == matter;
  return count;
}

static size_t count_silent(const edition *e) {
  size_t count = 0;
  for (size_t i = 0; i < e->words.count; i++) count += e->verdicts[i].silent;
  return count;
}

void edition_summary(sheet *s, const edition *e) {
  sheet_counted(s, e->words.count, "change");
  for (edition_matter matter = EDITION_DENIAL; matter > EDITION_NOTHING; matter--)
    if (count_of(e, matter) > 0) sheet_printf(s, ", of a %s %zu", edition_matter_name(matter), count_of(e, matter));
  if (count_silent(e) > 0) sheet_printf(s, ", silent %zu", count_silent(e));
  if (e->notice.span.end == 0) return;
  sheet_printf(s, "   the page says: ");
  sheet_excerpt(s, isnad_slice_at(e->pair.b.page, e->notice.reach), 160);
}

/* --- as JSON --- */

static void notice_member(json_writer *w, sheet *s, const edition *e) {
  if (e->notice.span.end == 0) return;
  json_key(w, "notice");
  json_open_object(w);
  json_key_span(w, "span", e->notice.span);
  json_key_span(w, "says", e->notice.reach);
  json_key_string(
      w, "rule",
      isnad_arena_printf(s->arena, "%s:%u", isnad_table_file(ISNAD_TABLE_EDITION_WORDS), isnad_table_line(ISNAD_TABLE_EDITION_WORDS, e->notice.row)));
  json_close_object(w);
}

static void change_object(json_writer *w, const edition *e, const edition_run *r, const edition_verdict *v) {
  static const char *const acts[] = {"changed", "added", "removed", "moved"};
  const char *matter = edition_matter_name(v->matter);
  json_open_object(w);
  json_key_text(w, "act", acts[r->act]);
  if (r->a < r->a_end) json_key_span(w, "out", pairing_span(&e->pair.a, r->a, r->a_end));
  if (r->b < r->b_end) json_key_span(w, "in", pairing_span(&e->pair.b, r->b, r->b_end));
  if (matter != NULL) json_key_text(w, "matter", matter);
  if (matter != NULL) json_key_bool(w, "silent", v->silent);
  if (v->spelling) json_key_bool(w, "spelling", true);
  if (r->headline) json_key_bool(w, "headline", true);
  json_close_object(w);
}

void edition_members(sheet *s, const edition *e) {
  json_writer *w = &s->json;
  json_key_string(w, "earlier", e->pair.a.article.label);
  if (!e->ordered) json_key_bool(w, "ordered", false);
  json_key_u64(w, "silent", count_silent(e));
  notice_member(w, s, e);
  json_key(w, "changes");
  json_open_array(w);
  for (size_t i = 0; i < e->words.count; i++) change_object(w, e, &e->words.runs[i], &e->verdicts[i]);
  json_close_array(w);
}
