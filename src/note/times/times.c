/* Times of an article: the grammar (arabic/time.h) tried at every word that can begin one, told from the article's publication. */
#include "note/times/time_clause.h"

enum { YEAR_DIGITS = 4 };

/* --- where a time may begin --- */

static bool any_time_word(const time_scan *t, size_t at) { return (time_roles(t, at) & ~STAMP_COUNT) != 0; }

/* Words that stand inside times or around them and never begin one. */
/* Tokens of the longest word of time at `at`. */
static uint32_t longest_word(const time_scan *t, size_t at) {
  const isnad_phrase *hit = note_hit_at(t->unit, at, ISNAD_TABLE_TIME_WORDS);
  return hit == NULL ? 0 : hit->count;
}

static uint64_t inner_roles(void) {
  return STAMP_COUNT | STAMP_BIT(TIME(FUTURE)) | STAMP_BIT(TIME(NAMED)) | STAMP_BIT(TIME(LOOKALIKE)) | STAMP_BIT(TIME(AGO)) |
         STAMP_BIT(TIME(SUFFIX)) | STAMP_BIT(TIME(ERA)) | STAMP_BIT(TIME(ADJ)) | STAMP_BIT(TIME(SEVERAL)) | STAMP_BIT(TIME(SOME)) |
         STAMP_BIT(TIME(ONE)) | STAMP_BIT(TIME(BOUND)) | STAMP_BIT(TIME(REMAINDER)) | STAMP_BIT(TIME(MINUTES)) | STAMP_BIT(TIME(PLURAL)) |
         STAMP_BIT(TIME(DUAL)) | STAMP_BIT(TIME(AMPM)) | STAMP_BIT(TIME(DAYEND)) | STAMP_BIT(TIME(MANY)) | STAMP_BIT(TIME(HOURCOUNT)) |
         STAMP_BIT(TIME(PREPOSITION));
}

/* A mark ("since", "from") with nothing of time behind it is passed over. */
static bool word_may_begin(const time_scan *t, size_t at) {
  uint64_t roles = time_roles(t, at) & ~inner_roles();
  bool only_link = (roles & ~STAMP_BIT(TIME(LINK))) == 0;
  if (roles == 0 || (only_link && time_has_role(t, at, TIME(PREPOSITION)))) return false;
  if ((roles & ~STAMP_BIT(TIME(MARK)) & ~STAMP_BIT(TIME(LINK))) != 0) return true;
  size_t next = at + 1;
  if (only_link || longest_word(t, at) > 1) return true;
  return next < t->unit->last &&
         (time_token(t, next)->kind == ISNAD_TOKEN_NUMBER || time_roles(t, next) != 0 || time_token(t, next)->length <= 2 * LETTER_BYTES);
}

/* A number may begin a time when it looks like a year or a date, or a word of time or a mark joined to it stands behind. */
static bool number_may_begin(const time_scan *t, size_t at) {
  isnad_slice form = time_form(t, at);
  if (form.length == YEAR_DIGITS) return true;
  if (form.length > 10) return false;
  if (form.length > 2 && at + 1 < t->unit->last) return any_time_word(t, at + 1) || form.bytes[1] == '.' || form.bytes[2] == '.';
  for (size_t i = at + 1; i < t->unit->last && i < at + 4; i++)
    if (time_token(t, i)->kind == ISNAD_TOKEN_WORD ? any_time_word(t, i) : (time_token(t, i)->flags & ISNAD_TOKEN_GLUED) != 0) return true;
  return false;
}

/* Token behind a phrase in which no time begins; `at` when there is none. */
static size_t past_lookalike(const time_scan *t, size_t at) { return time_has_role(t, at, TIME(LOOKALIKE)) ? at + longest_word(t, at) : at; }

/* Whether a citation's trigger stands at `at`, before a name that may be an outlet's. Verbs of saying are for states as well as for outlets:
 * "Russia Today said that ..." needs the words that follow. */
static bool cited(const time_scan *t, size_t at, size_t past) {
  const isnad_phrase *hit = note_hit_at(t->unit, at, ISNAD_TABLE_TRIGGERS);
  if (hit == NULL) return false;
  const isnad_triggers_row *row = &isnad_triggers_rows[hit->row];
  if (row->form == ISNAD_TRIGGERS_FORM_FALSE_FRIEND) return false;
  if (row->form != ISNAD_TRIGGERS_FORM_VERB || row->force == ISNAD_TRIGGERS_FORCE_CARRIES) return true;
  if (row->force != ISNAD_TRIGGERS_FORCE_SAYS) return false;
  if (!note_has_hit(t->unit, at + 1, ISNAD_TABLE_PLACES)) return true;
  if (past >= t->unit->last) return false;
  const isnad_phrase *behind = note_hit_at(t->unit, past, ISNAD_TABLE_QUOTE_WORDS);
  if (behind == NULL) return false;
  isnad_quote_words_role role = isnad_quote_words_rows[behind->row].role;
  return role == ISNAD_QUOTE_WORDS_ROLE_THAT || role == ISNAD_QUOTE_WORDS_ROLE_FROM;
}

/* Whether the words around an outlet's name say that it is one: its kind, a citation, a quotation mark, "told to". */
static bool told_as_outlet(const time_scan *t, const isnad_phrase *hit) {
  size_t at = hit->first;
  if (hit->cut > 0 && time_letter_at(time_form(t, at), 0, LETTER_LAM)) return true;
  if (at == t->unit->first) return false;
  if (time_token(t, at - 1)->kind == ISNAD_TOKEN_QUOTE) return true;
  return note_has_hit(t->unit, at - 1, ISNAD_TABLE_HEADS) || cited(t, at - 1, at + hit->count);
}

/* An outlet that has a word of time in its name ("Russia Today"): token behind it, else `at`. A name that is also common words needs words that
 * say so. */
static size_t past_outlet(const time_scan *t, size_t at) {
  const isnad_phrase *hit = note_hit_at(t->unit, at, ISNAD_TABLE_OUTLETS);
  if (hit == NULL || hit->count < 2) return at;
  size_t past = hit->first + hit->count;
  if (past < t->unit->last && time_has_role(t, past - 1, TIME(DAY)) && (time_roles(t, past) & STAMP_WEEKDAY) != 0)
    return at; /* "in a statement today, Sunday" */
  bool common = isnad_outlets_rows[hit->row].common == ISNAD_OUTLETS_COMMON_YES && hit->count < 3;
  return common && !told_as_outlet(t, hit) ? at : past;
}

/* A storm, a war, a street is named after the month or day. */
static bool is_named_after(const time_scan *t, size_t at, const time_value *v) {
  if (at == t->unit->first || v->kind != ISNAD_TIME_ABSOLUTE || !v->relative) return false;
  return time_has_role(t, at - 1, TIME(NAMED)) && (v->grain == ISNAD_GRAIN_MONTH || v->grain == ISNAD_GRAIN_DAY);
}

/* --- a bare year --- */

/* "2022" alone is a year behind a preposition or a word that has a year, and where nothing counted follows. */
static bool may_be_year(const time_scan *t, size_t at, size_t past) {
  bool before = at > t->unit->first &&
                (time_has_role(t, at - 1, TIME(PREPOSITION)) || time_has_role(t, at - 1, TIME(PART)) || time_has_role(t, at - 1, TIME(MARK)));
  if (past >= t->unit->last) return true;
  const isnad_token *next = time_token(t, past);
  if (next->kind == ISNAD_TOKEN_NUMBER || next->kind == ISNAD_TOKEN_SYMBOL) return false;
  if (next->kind != ISNAD_TOKEN_WORD) return true;
  if (time_has_role(t, past, TIME(PREPOSITION)) || time_has_role(t, past, TIME(MARK))) return true;
  isnad_slice form = time_form(t, past);
  if (time_letter_at(form, 0, LETTER_ALEF) && time_letter_at(form, LETTER_BYTES, LETTER_LAM)) return true; /* what is counted bears no article */
  bool conjunction = time_letter_at(form, 0, LETTER_WAW) || time_letter_at(form, 0, LETTER_FEH);
  return before && (conjunction || isnad_arabic_proclitics(form) > 0 || time_letter_at(form, 0, LETTER_YEH) || time_letter_at(form, 0, LETTER_TEH) ||
                    isnad_arabic_frequency(next->hash) >= 20000);
}

/* --- reading --- */

static time_context context_of(const time_scan *t, size_t at, bool future, bool label) {
  return (time_context){.now = t->reference.from,
                        .known = t->reference.from != t->reference.to,
                        .future = future,
                        .present = time_is_present(t, at),
                        .label = label,
                        .anchored = t->anchored,
                        .anchor = t->anchor,
                        .zone = t->zone,
                        .floating = t->floating};
}

static stamp_cursor cursor_at(const time_scan *t, size_t at) {
  return (stamp_cursor){.tokens = &t->s->page->tokens, .at = at, .last = t->unit->last, .known = &t->known, .cut_to = at + 1};
}

/* Marks and brackets aside, the unit is nothing but this time. */
static bool whole_unit(const time_scan *t, size_t at, size_t past) { return at <= t->words_first && past >= t->words_last; }

/* Read once from the begin of the reference and, where it is an interval in which the answer changes, once from its end: what holds is the hull. */
static bool read_at(const time_scan *t, size_t at, bool future, bool label, stamp_cursor *c, time_value *v) {
  time_context x = context_of(t, at, future, label);
  *c = cursor_at(t, at);
  if (!time_read(c, &x, v)) return false;
  if (!v->relative || t->reference.to - t->reference.from < 2) return true;
  stamp_cursor again = cursor_at(t, at);
  time_value late;
  x.now = t->reference.to - 1;
  if (!time_read(&again, &x, &late) || again.at != c->at) return true;
  if (late.when.to > v->when.to) v->when.to = late.when.to;
  if (late.when.from < v->when.from) v->when.from = late.when.from;
  return true;
}

static uint32_t begin_of(const time_scan *t, size_t at) {
  uint32_t begin = time_token(t, at)->span.begin;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(t->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if ((hits[i].table == ISNAD_TABLE_TIME_WORDS || hits[i].table == ISNAD_TABLE_MONTHS || hits[i].table == ISNAD_TABLE_WEEKDAYS ||
         hits[i].table == ISNAD_TABLE_HOLIDAYS) &&
        hits[i].span.begin > begin)
      begin = hits[i].span.begin;
  return begin;
}

static void keep(time_scan *t, size_t at, const stamp_cursor *c, const time_value *v) {
  bool placed = !v->relative || t->reference.from != t->reference.to;
  isnad_time_note note = {.span = {begin_of(t, at), time_token(t, c->at - 1)->span.end},
                          .kind = v->kind,
                          .grain = v->grain,
                          .has_from = v->has_from && placed,
                          .has_to = v->has_to && placed,
                          .when = v->when,
                          .weekday_contradicts = v->contradicts && placed,
                          .hijri = v->hijri,
                          .give_or_take = v->give_or_take,
                          .rule = {.name = v->rule, .table = (isnad_table)v->table, .row = v->row}};
  note_add_time(t->s, &note);
  bool datable = v->kind == ISNAD_TIME_ABSOLUTE || v->kind == ISNAD_TIME_RELATIVE;
  if (!datable || !note.has_from || !note.has_to || v->grain == ISNAD_GRAIN_VAGUE) return;
  t->anchored = true;
  t->anchor = v->when;
}

/* The token behind the time that begins at `at`; `at` when none does. */
static size_t read_time(time_scan *t, size_t at) {
  stamp_cursor c;
  time_value v;
  if (!read_at(t, at, false, false, &c, &v)) {
    bool may_be_label = at <= t->words_first;
    if (!may_be_label || !read_at(t, at, false, true, &c, &v) || !whole_unit(t, at, c.at)) return at;
  }
  if (v.lone && !may_be_year(t, at, c.at)) return at;
  if (v.kind != ISNAD_TIME_RANGE && time_has_role(t, at, TIME(PREPOSITION)) && time_has_role(t, at, TIME(LINK)))
    return at; /* it begins behind this word */
  if (is_named_after(t, at, &v)) return c.at;
  bool label = whole_unit(t, at, c.at), future = time_looks_ahead(t, at, c.at);
  if ((label || future) && !read_at(t, at, future, label, &c, &v)) return at;
  keep(t, at, &c, &v);
  return c.at;
}

static const uint32_t tables_with_roles =
    1u << ISNAD_TABLE_TIME_WORDS | 1u << ISNAD_TABLE_MONTHS | 1u << ISNAD_TABLE_WEEKDAYS | 1u << ISNAD_TABLE_HOLIDAYS | 1u << ISNAD_TABLE_NUMBERS;

/* The roles of every token of the unit, so that most readers are turned away by one look. */
static bool find_roles(time_scan *t) {
  size_t count = t->unit->last - t->unit->first;
  if (count > t->roles_room) {
    t->roles = isnad_arena_array(t->s->arena, count, sizeof *t->roles);
    t->roles_room = t->roles == NULL ? 0 : count;
  }
  if (t->roles == NULL) {
    t->s->failed = true;
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    t->roles[i] = 0;
    if ((t->unit->tables[i] & tables_with_roles) == 0) continue;
    for (uint32_t h = t->unit->hits_before[i]; h < t->unit->hits_before[i + 1]; h++) t->roles[i] |= stamp_roles_of(&t->unit->hits[h]);
  }
  t->known = (stamp_hits){t->unit->hits, t->unit->hits_before, t->roles, t->unit->first};
  return true;
}

static bool is_word(const time_scan *t, size_t at) {
  return time_token(t, at)->kind == ISNAD_TOKEN_WORD || time_token(t, at)->kind == ISNAD_TOKEN_NUMBER;
}

static void find_words(time_scan *t) {
  t->words_first = t->unit->first;
  t->words_last = t->unit->last;
  while (t->words_first < t->words_last && !is_word(t, t->words_first)) t->words_first++;
  while (t->words_last > t->words_first && !is_word(t, t->words_last - 1)) t->words_last--;
}

static void read_unit(time_scan *t) {
  if (!find_roles(t)) return;
  find_words(t);
  t->sentence = t->cue = t->present = t->unit->first;
  for (size_t at = t->unit->first; at < t->unit->last && !t->s->failed;) {
    const isnad_token *token = time_token(t, at);
    size_t past = at;
    time_clause_take(t, at);
    if (token->kind == ISNAD_TOKEN_WORD) {
      past = past_outlet(t, at);
      if (past == at) past = past_lookalike(t, at);
      if (past == at && word_may_begin(t, at)) past = read_time(t, at);
    } else if (token->kind == ISNAD_TOKEN_NUMBER && number_may_begin(t, at)) {
      past = read_time(t, at);
    }
    at = past > at ? past : at + 1;
  }
}

/* The clock of the place of writing: the outlet's; of a bare text that of the moment that came with it. */
static void find_clock(time_scan *t) {
  const isnad_article *a = t->s->article;
  if (a->outlet.rule.name == NULL && a->outlet.id.length > 0) t->zone = isnad_slice_of(isnad_outlets_rows[a->outlet.rule.row].tz);
  t->floating =
      t->zone.length == 0 && a->published.rule.name != NULL && isnad_slice_equal(isnad_slice_of(a->published.rule.name), isnad_slice_of("at"));
}

void note_times(note_scan *s) {
  time_scan t = {.s = s, .reference = s->article->published.when};
  find_clock(&t);
  for (size_t i = 0; i < s->unit_count && !s->failed; i++) {
    t.unit = &s->units[i];
    read_unit(&t);
  }
}
