/* Whom a description means that no words of the article tie to a name: "the coach", "the American official", "the man", for somebody whom the article
 * names elsewhere. A conditional logit over all who are named, and nobody, as definite descriptions are resolved by their likeliest antecedent
 * (Luo et al. 2004, "A mention-synchronous coreference resolution algorithm"). */
#include "note/speakers/speaker_tied.h"

#include "note/sources/source_noun.h"

#include <math.h>
#include <string.h>

#define F(name) ISNAD_TIED_WEIGHTS_FEATURE_##name

/* What the description says of whoever is meant. */
typedef struct asked {
  isnad_slice head;
  const char *office;
  isnad_titles_kind kind;
  bool titled, somebody, she;
  const isnad_phrase *nation;
} asked;

/* The noun stood before without its article: "a spokesman", who is perhaps another. */
static bool is_told_before(const note_scan *s, isnad_slice head, size_t before) {
  enum { FAR = 600 };
  for (size_t at = before > FAR ? before - FAR : 0; at < before; at++) {
    isnad_slice form = isnad_token_form(&s->page->tokens, at);
    if (form.length < head.length || form.length > head.length + WORD_LETTER) continue;
    if (memcmp(form.bytes + form.length - head.length, head.bytes, head.length) == 0) return true;
  }
  return false;
}

static asked ask(quote_scan *q, const speaker_described *told) {
  q->unit = told->unit;
  const isnad_phrase *title = note_hit_at(q->unit, told->first, ISNAD_TABLE_TITLES);
  asked a = {.head = speaker_bare_word(q, told->first), .titled = title != NULL};
  a.she = word_ends(a.head, LETTER_HEH);
  if (title != NULL) {
    a.office = isnad_titles_rows[title->row].office;
    a.kind = isnad_titles_rows[title->row].kind;
    a.she = isnad_titles_rows[title->row].gender == ISNAD_TITLES_GENDER_F || (a.she && isnad_titles_rows[title->row].gender != ISNAD_TITLES_GENDER_M);
  }
  a.somebody = note_has_word(q->unit, told->first, ISNAD_QUOTE_WORDS_ROLE_SOMEBODY) && !is_told_before(q->s, a.head, told->first);
  for (size_t at = told->first; at < told->last && a.nation == NULL; at++) a.nation = speaker_nation_at(q, at);
  return a;
}

static speaker_tie *find(speaker_tie_case *c, isnad_slice entity) {
  for (size_t i = 1; i < c->count; i++)
    if (isnad_slice_equal(c->items[i].name->entity, entity)) return &c->items[i];
  return NULL;
}

static bool is_opening(const quote_scan *q, const speaker_described *told) { return told->unit->headline || told->unit <= &q->s->units[1]; }

/* Everybody who is named, by the mentions nearest to the description. */
static void find_named(const quote_scan *q, const speaker_described *told, speaker_tie_case *c) {
  enum { MOST = 512 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  const note_unit *head = q->s->unit_count > 0 && q->s->units[0].headline ? &q->s->units[0] : NULL;
  for (size_t i = 0; i < q->s->name_count && i < MOST; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->canonical.length == 0 || name->entity.length == 0) continue;
    size_t at = isnad_tokens_seek(tokens, name->span.begin + 1) - 1;
    speaker_tie *tie = find(c, name->entity);
    if (tie == NULL) {
      if (c->count == SPEAKER_TIES) continue;
      tie = &c->items[c->count++];
      *tie = (speaker_tie){.name = name, .before = SIZE_MAX, .behind = SIZE_MAX, .first = at};
    }
    tie->mentions++;
    if (head != NULL && at >= head->first && at < head->last) tie->x[F(HEADLINED)] = 1;
    if (at >= told->first && at < told->last) tie->barred = true;
    if (at < told->first) {
      tie->before = at;
      tie->name = name;
    } else if (tie->behind == SIZE_MAX) {
      tie->behind = at;
    }
    const isnad_span said = q->s->quotes[told->quote].span;
    if (name->span.begin >= said.begin && name->span.begin < said.end) tie->x[F(TOLD)] = 1;
  }
}

/* Who spoke, and how often, before the description and behind it. */
static void count_statements(const quote_scan *q, const asked *a, const speaker_described *told, speaker_tie_case *c) {
  enum { MOST = 256, NEAR = 120 };
  const note_scan *s = q->s;
  uint32_t at = quote_token(q, told->first)->span.begin;
  const isnad_quote_note *last = NULL, *next = NULL;
  for (size_t i = 0; i < s->quote_count && i < MOST; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    if (quote->canonical.length == 0 || (quote->speaker.begin == s->quotes[told->quote].speaker.begin && quote->entity.length == 0)) continue;
    bool before = quote->span.begin < at && quote->speaker.begin < at;
    speaker_tie *tie = quote->entity.length > 0 ? find(c, quote->entity) : NULL;
    if (tie != NULL) *(before ? &tie->spoke : &tie->speaks) += 1;
    if (before && (last == NULL || quote->span.begin > last->span.begin)) last = quote;
    if (!before && (next == NULL || quote->span.begin < next->span.begin)) next = quote;
    bool again = !before && !told->definite && quote->entity.length == 0 && isnad_slice_equal(source_noun(s, quote->speaker.begin), a->head);
    c->again = c->again || again;
  }
  speaker_tie *tie = last != NULL ? find(c, last->entity) : NULL;
  if (tie != NULL) {
    tie->x[F(LAST)] = 1;
    tie->x[F(LAST_NEAR)] = isnad_tokens_seek(&s->page->tokens, last->span.end) + NEAR >= told->first;
  }
  tie = next != NULL && is_opening(q, told) ? find(c, next->entity) : NULL;
  if (tie != NULL) tie->x[F(OPENING_NEXT)] = 1;
  if (tie != NULL) tie->x[F(OPENING_SAME)] = speaker_tell_the_same(q, s->quotes[told->quote].span, next->span);
}

/* How many of the description's words behind the first stand in tokens [first, last) of a unit. */
static float share_of(quote_scan *q, const speaker_described *told, const note_unit *unit, size_t first, size_t last) {
  float same = 0, all = 0;
  for (size_t at = told->first + 1; at < told->last; at++) {
    q->unit = told->unit;
    if (quote_token(q, at)->kind != ISNAD_TOKEN_WORD) continue;
    isnad_slice word = speaker_bare_word(q, at);
    q->unit = unit;
    bool held = false;
    for (size_t i = first; i < last && !held; i++) held = isnad_slice_equal(speaker_bare_word(q, i), word);
    same += held;
    all += 1;
  }
  return all > 0 ? same / all : 0;
}

/* He is told by tokens [first, last) of a unit, an office or a trade. */
static void take_office(quote_scan *q, const asked *a, const speaker_described *told, speaker_tie *tie, const note_unit *unit, size_t first,
                        size_t last) {
  q->unit = unit;
  const isnad_phrase *title = note_hit_at(unit, first, ISNAD_TABLE_TITLES);
  const char *office = title != NULL ? isnad_titles_rows[title->row].office : NULL;
  float share = share_of(q, told, unit, first, last);
  q->unit = unit;
  bool bears = isnad_slice_equal(speaker_bare_word(q, first), a->head);
  tie->x[F(OFFICED)] = 1;
  if (bears) tie->x[F(BEARS)] = 1;
  if (share > tie->x[F(SHARES)]) tie->x[F(SHARES)] = share;
  if (a->office != NULL && office != NULL) tie->x[strcmp(a->office, office) == 0 ? F(SAME_OFFICE) : F(OTHER_OFFICE)] = 1;
}

/* The offices and trades that the article tells of them. */
static void read_offices(quote_scan *q, const asked *a, const speaker_described *told, speaker_tie_case *c) {
  enum { MOST = 512 };
  for (size_t i = 0; i < q->s->name_count && i < MOST; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->role.end <= name->role.begin || name->type != ISNAD_NAME_PERSON) continue;
    speaker_tie *tie = find(c, name->entity);
    size_t first = source_token(q->s, name->role.begin), last = isnad_tokens_seek(&q->s->page->tokens, name->role.end);
    const note_unit *unit = note_unit_of(q->s, first);
    if (tie != NULL && unit != NULL && last <= unit->last) take_office(q, a, told, tie, unit, first, last);
  }
  for (size_t i = 0; i < q->bearings->count; i++) {
    const speaker_bearing *bearing = &q->bearings->items[i];
    speaker_tie *tie = find(c, bearing->name->entity);
    if (tie != NULL) take_office(q, a, told, tie, bearing->unit, bearing->first, bearing->last);
  }
  q->unit = told->unit;
}

static void read_place(const quote_scan *q, const speaker_described *told, speaker_tie *tie) {
  enum { CLOSE = 25, NEAR = 80, AFAR = 200 };
  float *x = tie->x;
  size_t gap = tie->before != SIZE_MAX ? told->first - tie->before : SIZE_MAX;
  x[F(NEAR)] = gap > CLOSE && gap <= NEAR;
  x[F(FAR)] = gap != SIZE_MAX && gap > AFAR;
  x[F(BEHIND)] = gap == SIZE_MAX;
  x[F(BEHIND_NEAR)] = gap == SIZE_MAX && tie->behind < told->last + NEAR;
  x[F(OPENING_NEAR)] = x[F(BEHIND_NEAR)] != 0 && is_opening(q, told);
  x[F(NAMED_ON)] =
      tie->behind != SIZE_MAX && tie->behind >= told->last && q->s->page->tokens.items[tie->behind].span.begin < q->s->quotes[told->quote].span.begin;
  x[F(SPOKE)] = logf(1 + (float)tie->spoke);
  x[F(SPEAKS)] = logf(1 + (float)tie->speaks);
  x[F(LISTED)] = isnad_slice_starts(tie->name->entity, isnad_slice_of("per."));
}

/* What his gender and his nation say against the description. */
static void read_bearer(quote_scan *q, const asked *a, speaker_tie *tie) {
  speaker_gender gender = (speaker_gender)q->gender[tie->name - q->s->names];
  if (gender != GENDER_UNKNOWN && (gender == GENDER_FEMININE) != a->she) tie->barred = true;
  if (a->nation == NULL) return;
  int nation = speaker_same_nation(q, tie->name, a->nation);
  if (nation < 0) tie->barred = true;
  tie->x[nation > 0 ? F(SAME_NATION) : F(UNKNOWN_NATION)] = 1;
}

/* Who of all stands nearest before it and first of all; who alone has spoken; and whom the article is about, named most and in the headline. */
static void read_order(const asked *a, const speaker_described *told, speaker_tie_case *c) {
  speaker_tie *nearest = NULL, *first = NULL, *most = NULL, *speaker = NULL;
  size_t speakers = 0;
  for (size_t i = 1; i < c->count; i++) {
    speaker_tie *tie = &c->items[i];
    if (tie->spoke + tie->speaks > 0) {
      speakers++;
      speaker = tie;
    }
    if (tie->barred) continue;
    if (tie->before != SIZE_MAX && (nearest == NULL || tie->before > nearest->before)) nearest = tie;
    if (first == NULL || tie->first < first->first) first = tie;
    if (most == NULL || tie->mentions > most->mentions) most = tie;
  }
  if (nearest != NULL) nearest->x[F(NEAREST)] = 1;
  if (first != NULL) first->x[F(FIRST)] = 1;
  if (speakers == 1) speaker->x[F(ONLY_SPEAKER)] = 1;
  bool any = (a->titled && a->kind == ISNAD_TITLES_KIND_PROFESSION) || (!a->titled && a->nation != NULL) || a->somebody;
  if (most != NULL) most->x[F(HERO)] = most->x[F(HEADLINED)];
  if (most != NULL) most->x[F(HERO_TRADE)] = most->x[F(HERO)] != 0 && any && told->definite;
}

/* What the description is. */
static void read_kind(const asked *a, const speaker_described *told, speaker_tie_case *c) {
  float *none = c->items[0].x;
  none[F(NOBODY)] = 1;
  none[F(NOBODY_RANK)] = a->titled && a->kind == ISNAD_TITLES_KIND_RANK;
  none[F(NOBODY_CONSTRUCT)] = told->construct;
  none[F(NOBODY_INDEFINITE)] = !told->definite && !told->construct;
  none[F(NOBODY_LONG)] = told->last > told->first + 2;
  none[F(NOBODY_SPOKESMAN)] = a->office != NULL && strcmp(a->office, "spokesman") == 0 && !told->definite;
  for (size_t i = 1; i < c->count; i++) c->items[i].x[F(LAST_SOMEBODY)] = c->items[i].x[F(LAST)] != 0 && a->somebody;
}

/* Somebody: by his office, trade or nation, or by a noun for one man or woman; no group and no body. */
static bool is_person(quote_scan *q, const speaker_described *told) {
  q->unit = told->unit;
  isnad_slice form = speaker_form(q, told->first);
  const isnad_phrase *title = note_hit_at(q->unit, told->first, ISNAD_TABLE_TITLES);
  for (size_t at = told->first + 1; at < told->last; at++) /* "the first official": another, without a name */
    if (note_has_hit(q->unit, at, ISNAD_TABLE_NUMBERS)) return false;
  if (note_has_word(q->unit, told->first, ISNAD_QUOTE_WORDS_ROLE_SOMEBODY)) return true;
  if (title != NULL) return isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_S;
  return speaker_nation_at(q, told->first) != NULL && told->last == told->first + 1 && quote_is_definite(q, told->first) &&
         !speaker_is_sound_plural(form);
}

void speaker_read_ties(quote_scan *q, const speaker_described *told, speaker_tie_case *out) {
  const asked a = ask(q, told);
  out->told = *told;
  out->count = 1;
  out->again = false;
  out->items[0] = (speaker_tie){.before = SIZE_MAX, .behind = SIZE_MAX, .first = SIZE_MAX};
  find_named(q, told, out);
  count_statements(q, &a, told, out);
  read_offices(q, &a, told, out);
  for (size_t i = 1; i < out->count; i++) {
    speaker_tie *tie = &out->items[i];
    read_place(q, told, tie);
    read_bearer(q, &a, tie);
    bool apart = told->definite && !told->construct && tie->x[F(BEARS)] == 0 && tie->x[F(NAMED_ON)] == 0 && tie->x[F(HEADLINED)] == 0;
    /* "A Jordanian official", before the director of the port, who tells something else, or before "the Jordanian official" */
    bool another = tie->x[F(OFFICED)] != 0 && tie->x[F(UNKNOWN_NATION)] != 0 && tie->x[F(BEARS)] == 0;
    if (another && out->again) tie->barred = true;
    if (another && told->unit->headline && tie->x[F(OPENING_SAME)] == 0) tie->barred = true;
    if (tie->before == SIZE_MAX && apart) tie->barred = true; /* "the contractor said", before somebody else is named */
  }
  read_order(&a, told, out);
  read_kind(&a, told, out);
  q->unit = told->unit;
}

static double weigh(const speaker_tie *tie) {
  double sum = 0;
  for (size_t i = 0; i < isnad_tied_weights_count; i++) sum += isnad_tied_weights_rows[i].weight * (double)tie->x[isnad_tied_weights_rows[i].feature];
  return sum;
}

const isnad_name_note *speaker_tied(quote_scan *q, const speaker_described *told) {
  speaker_tie_case c; /* as many are filled as it counts */
  if (!is_person(q, told) || speaker_is_withheld(q, told->last)) return NULL;
  speaker_read_ties(q, told, &c);
  if (q->s->watch_tied != NULL) q->s->watch_tied(q->s->watcher, &c);
  const speaker_tie *best = &c.items[0];
  double most = weigh(best);
  for (size_t i = 1; i < c.count; i++) {
    double sum = c.items[i].barred ? most : weigh(&c.items[i]);
    if (sum <= most) continue;
    best = &c.items[i];
    most = sum;
  }
  bool part =
      best->x[F(NAMED_ON)] != 0 && speaker_made_here(best->name) && memchr(best->name->canonical.bytes, ' ', best->name->canonical.length) == NULL;
  return part ? NULL : best->name; /* of a name that stands beside it the whole is read later (speaker_apposed.c) */
}
