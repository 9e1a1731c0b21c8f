#include "view/edition/edition_judge.h"

enum { BOUND_BEFORE = 4, MOST_NOTES = 64, SHORT_RUN = 8 };

typedef struct judging {
  isnad_arena *arena;
  const edition_side *a, *b;
  const edition_words *words;
  isnad_err *err;
} judging;

/* Notes of one matter that meet a run, of either side. */
typedef struct met {
  const edition_note *a[MOST_NOTES], *b[MOST_NOTES];
  size_t a_count, b_count;
} met;

static bool meets(const edition_note *n, uint32_t first, uint32_t last) { return n->first < last && first < n->last; }

static void add(const edition_note **list, size_t *count, const edition_note *n) {
  for (size_t i = 0; i < *count; i++)
    if (list[i] == n) return;
  if (*count < MOST_NOTES) list[(*count)++] = n;
}

static void add_meeting(const edition_note **list, size_t *count, const edition_notes *notes, edition_matter matter, uint32_t first, uint32_t last) {
  for (size_t i = 0; i < notes->count; i++)
    if (notes->items[i].matter == matter && meets(&notes->items[i], first, last)) add(list, count, &notes->items[i]);
}

/* The notes that stand on the words that a note's words have become. */
static void add_other(const edition_note **list, size_t *count, const edition_notes *notes, const edition_note *n, const uint32_t *to) {
  for (uint32_t w = n->first; w < n->last; w++)
    if (to[w] != 0) add_meeting(list, count, notes, n->matter, to[w] - 1, to[w]);
}

static void collect(met *out, const judging *j, const edition_run *r, edition_matter matter) {
  *out = (met){.a_count = 0};
  add_meeting(out->a, &out->a_count, &j->a->notes, matter, r->a, r->a_end);
  add_meeting(out->b, &out->b_count, &j->b->notes, matter, r->b, r->b_end);
  size_t a = out->a_count, b = out->b_count;
  for (size_t i = 0; i < a; i++) add_other(out->b, &out->b_count, &j->b->notes, out->a[i], j->words->to_b);
  for (size_t i = 0; i < b; i++) add_other(out->a, &out->a_count, &j->a->notes, out->b[i], j->words->to_a);
}

static bool has_value(const judging *j, const edition_note *const *list, size_t count, const edition_note *n) {
  for (size_t i = 0; i < count; i++)
    if (edition_notes_agree(j->arena, list[i], n)) return true;
  return false;
}

static bool stands(const judging *j, const edition_notes *notes, const edition_note *n) {
  for (size_t i = 0; i < notes->count; i++)
    if (notes->items[i].matter == n->matter && edition_notes_agree(j->arena, &notes->items[i], n)) return true;
  return false;
}

static bool all_in(const judging *j, const edition_note *const *of, size_t of_count, const edition_note *const *in, size_t in_count) {
  for (size_t i = 0; i < of_count; i++)
    if (!has_value(j, in, in_count, of[i])) return false;
  return true;
}

/* --- one matter --- */

typedef enum outcome { SAME, COME, GONE, OTHER } outcome;

/* Of words between quotation marks any change is one, unless the sentence went with them. */
static outcome quoted(const met *m, const edition_run *r) {
  if (r->act == EDITION_REMOVED && m->a_count > 0) return GONE;
  if (r->act == EDITION_ADDED && r->whole) return SAME;
  return m->a_count > 0 || m->b_count > 0 ? OTHER : SAME;
}

static outcome compare(const judging *j, const met *m, const edition_run *r, edition_matter matter) {
  if (matter == EDITION_QUOTE) return quoted(m, r);
  bool a_stays = all_in(j, m->a, m->a_count, m->b, m->b_count), b_stood = all_in(j, m->b, m->b_count, m->a, m->a_count);
  if (a_stays && b_stood) return SAME;
  if (m->a_count > 0 && m->b_count > 0) return OTHER;
  if (m->a_count == 0) return COME;
  for (size_t i = 0; i < m->a_count; i++)
    if (!stands(j, &j->b->notes, m->a[i])) return GONE;
  return SAME;
}

/* Whether a figure that stayed has another bound now, by words of the run: they are before it, at most a few words away, or hold both. */
static bool rebounded(const judging *j, const edition_run *r) {
  const edition_notes *a = &j->a->notes, *b = &j->b->notes;
  for (size_t i = 0; i < b->count; i++) {
    const edition_note *n = &b->items[i], *old[MOST_NOTES];
    size_t count = 0;
    if (n->matter != EDITION_FIGURE || n->first < r->b_end - (r->b_end > r->b) || n->first > r->b_end + BOUND_BEFORE) continue;
    if (meets(n, r->b, r->b_end)) add_meeting(old, &count, a, EDITION_FIGURE, r->a, r->a_end);
    add_other(old, &count, a, n, j->words->to_a);
    for (size_t k = 0; k < count; k++)
      if (old[k]->key == n->key && old[k]->bound != n->bound) return true;
  }
  return false;
}

/* --- denials and spellings --- */

static isnad_slice words_in(const edition_side *s, uint32_t first, uint32_t last) {
  if (first >= last) return (isnad_slice){NULL, 0};
  return isnad_slice_at(s->page, (isnad_span){s->text->spans[first].begin + s->offset, s->text->spans[last - 1].end + s->offset});
}

static isnad_status denies(bool *out, const judging *j, const edition_run *r) {
  uint32_t a = 0, b = 0;
  bool all = (!r->whole || r->act == EDITION_CHANGED) && r->a_end - r->a <= SHORT_RUN && r->b_end - r->b <= SHORT_RUN;
  isnad_status status = edition_count_denials(&a, j->arena, words_in(j->a, r->a, r->a_end), all, j->err);
  if (status == ISNAD_OK) status = edition_count_denials(&b, j->arena, words_in(j->b, r->b, r->b_end), all, j->err);
  *out = a != b;
  return status;
}

static bool covered(const edition_notes *notes, uint32_t first, uint32_t last) {
  for (uint32_t w = first; w < last; w++) {
    bool in = false;
    for (size_t i = 0; i < notes->count && !in; i++) in = notes->items[i].matter > EDITION_SOURCE && meets(&notes->items[i], w, w + 1);
    if (!in) return false;
  }
  return true;
}

/* No value is another: then words of values that are all there is to the change were only written in another way. */
static isnad_status judge_spelling(edition_verdict *v, const judging *j, const edition_run *r) {
  v->spelling = covered(&j->a->notes, r->a, r->a_end) && covered(&j->b->notes, r->b, r->b_end) && (r->act == EDITION_CHANGED || !r->whole);
  if (v->spelling || r->act != EDITION_CHANGED) return ISNAD_OK;
  return edition_same_spelling(&v->spelling, j->arena, words_in(j->a, r->a, r->a_end), words_in(j->b, r->b, r->b_end), j->err);
}

/* --- numbers that no note reads --- */

static bool has_digit(isnad_slice word) {
  const unsigned char *b = (const unsigned char *)word.bytes;
  for (size_t i = 0; i < word.length; i++) {
    if (b[i] >= '0' && b[i] <= '9') return true;
    if (i + 1 == word.length) break;
    if ((b[i] == 0xD9 && b[i + 1] >= 0xA0 && b[i + 1] <= 0xA9) || (b[i] == 0xDB && b[i + 1] >= 0xB0 && b[i + 1] <= 0xB9)) return true;
  }
  return false;
}

/* Folded words of digits in a stretch that no note of a value covers, summed: the sum of equal sets is equal. */
static uint64_t sum_digits(const edition_side *s, uint32_t first, uint32_t last) {
  uint64_t sum = 0;
  for (uint32_t w = first; w < last; w++)
    if (has_digit(words_in(s, w, w + 1)) && !covered(&s->notes, w, w + 1)) sum += (uint64_t)s->text->words[w] + 1;
  return sum;
}

static bool other_digits(const judging *j, const edition_run *r) {
  uint64_t a = sum_digits(j->a, r->a, r->a_end), b = sum_digits(j->b, r->b, r->b_end);
  return a != b && (a > 0) == (b > 0);
}

/* --- one run --- */

/* What is asked first. A sentence that was taken out was not about the day or the place that it named. */
static const edition_matter changed[] = {EDITION_FIGURE, EDITION_TIME, EDITION_PLACE, EDITION_NAME, EDITION_SOURCE, EDITION_QUOTE, EDITION_NOTHING};
static const edition_matter withdrawn[] = {EDITION_FIGURE, EDITION_QUOTE, EDITION_NAME, EDITION_SOURCE, EDITION_NOTHING};

static isnad_status judge_run(edition_verdict *v, const judging *j, const edition_run *r) {
  bool denial = false;
  outcome found = SAME;
  met m;
  *v = (edition_verdict){.matter = EDITION_NOTHING};
  if (r->act == EDITION_MOVED) return ISNAD_OK;
  isnad_status status = denies(&denial, j, r);
  if (status != ISNAD_OK) return status;
  if (denial) {
    *v = (edition_verdict){.matter = EDITION_DENIAL, .silent = true};
    return ISNAD_OK;
  }
  if (r->act == EDITION_ADDED && r->whole) return ISNAD_OK;
  const edition_matter *order = r->act == EDITION_REMOVED && r->whole ? withdrawn : changed;
  for (size_t i = 0; order[i] != EDITION_NOTHING && found == SAME; i++) {
    collect(&m, j, r, order[i]);
    found = compare(j, &m, r, order[i]);
    if (found == SAME && order[i] == EDITION_FIGURE && (rebounded(j, r) || other_digits(j, r))) found = OTHER;
    if (found != SAME) v->matter = order[i];
  }
  v->silent = found == GONE || found == OTHER;
  return found == SAME ? judge_spelling(v, j, r) : ISNAD_OK;
}

/* --- what a notice covers --- */

/* Whether the notice has one of the run's words: a number, or a word of four letters. */
static isnad_status is_told(bool *out, const judging *j, const edition_notice *n, const edition_side *s, uint32_t first, uint32_t last) {
  enum { FOUR_LETTERS = 8 };
  isnad_tokens said, words;
  isnad_status status = isnad_arabic_tokens(&said, j->arena, isnad_slice_at(j->b->page, n->reach), j->err);
  if (status == ISNAD_OK) status = isnad_arabic_tokens(&words, j->arena, words_in(s, first, last), j->err);
  if (status != ISNAD_OK) return status;
  for (size_t i = 0; i < words.count && !*out; i++) {
    const isnad_token *w = &words.items[i];
    if (w->kind != ISNAD_TOKEN_NUMBER && (w->kind != ISNAD_TOKEN_WORD || w->length < FOUR_LETTERS)) continue;
    for (size_t k = 0; k < said.count && !*out; k++) *out = said.items[k].hash == w->hash;
  }
  return ISNAD_OK;
}

static isnad_status believe(const judging *j, edition_verdict *verdicts, const edition_notice *n) {
  bool *told = isnad_arena_array(j->arena, j->words->count + 1, sizeof *told), any = false;
  isnad_status status = told != NULL ? ISNAD_OK : isnad_arena_fail(j->err, j->arena, "view");
  for (size_t i = 0; status == ISNAD_OK && i < j->words->count; i++) {
    const edition_run *r = &j->words->runs[i];
    if (!verdicts[i].silent) continue;
    status = is_told(&told[i], j, n, j->a, r->a, r->a_end);
    if (status == ISNAD_OK && !told[i]) status = is_told(&told[i], j, n, j->b, r->b, r->b_end);
    any = any || told[i];
  }
  for (size_t i = 0; status == ISNAD_OK && i < j->words->count; i++) verdicts[i].silent = verdicts[i].silent && any && !told[i];
  return status;
}

isnad_status edition_judge(edition_verdict **out, edition_notice *notice, isnad_arena *arena, const edition_side *a, const edition_side *b,
                           const edition_words *words, isnad_err *err) {
  judging j = {arena, a, b, words, err};
  edition_verdict *verdicts = isnad_arena_array(arena, words->count + 1, sizeof *verdicts);
  if (verdicts == NULL) return isnad_arena_fail(err, arena, "view");
  isnad_status status = edition_find_notice(notice, arena, a, b, err);
  for (size_t i = 0; status == ISNAD_OK && i < words->count; i++) status = judge_run(&verdicts[i], &j, &words->runs[i]);
  if (status == ISNAD_OK && notice->span.begin < notice->span.end) status = believe(&j, verdicts, notice);
  *out = verdicts;
  return status;
}
