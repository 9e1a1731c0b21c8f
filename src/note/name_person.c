/* The name of a person as a chain of parts: given names, what ties them (bin, abu, abd, van der), family names, and words that nobody knows. */
#include "note/name_part.h"

#include "arabic/letters.h"

enum {
  MOST_PARTS = 6,
  MOST_TOKENS = 12,
  SHAPE_LEAST = -60,
  SHAPE_POOR = -20,
  SHAPE_FOREIGN = 0,
  SHAPE_STRONG = 24,
  OFTEN = 1500,
  FEW = 500,
  SHORT_WORD = 6
};

typedef struct chain {
  const name_finder *f;
  const note_unit *u;
  size_t at, last;
  unsigned parts, given, common, family, tied, unknown;
  part_kind first, latest;
  bool surname_first;
  bool titled; /* an office or honorific stands before it */
  isnad_rule rule;
} chain;

/* A title or a reporting verb stands before it, the sign of a hashtag passed over. */
static bool is_announced(const chain *c) {
  bool hash = c->at > c->u->first + 1 && isnad_slice_equal(name_form(c->f, c->at - 1), isnad_slice_of("#"));
  return c->titled || name_is_announced(c->u, hash ? c->at - 1 : c->at);
}

static void count_part(chain *c, const part *p) {
  if (c->parts == 0) {
    c->first = p->kind;
    c->surname_first = p->surname_first;
    c->rule = p->rule;
  }
  c->parts++;
  c->latest = p->kind;
  c->given += p->kind == PART_GIVEN;
  c->common += p->kind == PART_COMMON_GIVEN || p->kind == PART_COMMON_FAMILY;
  c->family += p->kind == PART_FAMILY;
  c->tied += p->kind == PART_TIED;
  c->unknown += p->kind == PART_UNKNOWN;
  c->last = p->last;
}

/* A word with the article goes on a chain when it can be a name of descent and is not what describes the bearer. */
static bool definite_goes_on(const chain *c, size_t at, const part *p) {
  if (p->kind == PART_BEHIND && c->parts == 1 && c->given + c->common > 0 && name_has_role(c->u, at, ISNAD_NAME_PARTS_ROLE_ORDINAL)) return true;
  if (name_is_modifier(c->u, at) || name_hit_uncut(c->u, at, ISNAD_TABLE_ORG_HEADS)) return false;
  if (p->kind == PART_FAMILY || p->kind == PART_BEHIND || p->kind == PART_GIVEN || p->kind == PART_TIED) return true;
  if (p->kind == PART_COMMON_FAMILY || p->kind == PART_COMMON_GIVEN) return c->given + c->tied + c->common > 0;
  if (c->parts != 1 && c->given + c->tied == 0) return false;
  bool everyday = isnad_arabic_frequency(c->f->tokens[at].hash) > FEW; /* "condolences" ends as a descent does */
  return c->given + c->tied + c->common > 0 && name_ends_with(c->f, at, LETTER_YEH) && name_place_adjective(c->u, at) == NULL && !everyday;
}

static isnad_slice first_word(const chain *c) {
  isnad_slice form = name_form(c->f, c->at);
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  size_t cut = given != NULL && c->rule.name == NULL && c->rule.table == ISNAD_TABLE_GIVEN_NAMES ? given->cut : 0;
  return (isnad_slice){form.bytes + cut, form.length - cut};
}

/* Whether the full name of a row of people has this word, or a spelling of it. */
static bool row_has_word(const name_finder *f, const isnad_phrase *row, isnad_slice word) {
  isnad_tokens tokens;
  isnad_slice full = isnad_slice_of(isnad_people_rows[row->row].name);
  if (isnad_arabic_tokens(&tokens, f->s->arena, full, NULL) != ISNAD_OK) return false;
  for (size_t i = 0; i < tokens.count; i++)
    if (name_is_variant(word, isnad_token_form(&tokens, i))) return true;
  return false;
}

/* "and" written on a name that nobody knows: the letters look more like a name without it. */
static bool begins_and(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  const unsigned char *p = (const unsigned char *)form.bytes;
  if (form.length < 8 || p[0] != (0xC0 | LETTER_WAW >> 6) || p[1] != (0x80 | (LETTER_WAW & 0x3F))) return false;
  bool article = p[2] == (0xC0 | LETTER_ALEF >> 6) && p[3] == (0x80 | (LETTER_ALEF & 0x3F)) && p[4] == (0xC0 | LETTER_LAM >> 6) &&
                 p[5] == (0x80 | (LETTER_LAM & 0x3F));
  if (article && isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes + 2, form.length - 2})) == 0) return false; /* no "and the" */
  return name_shape((isnad_slice){form.bytes + 2, form.length - 2}) > name_shape(form);
}

/* Somebody known by this word alone, behind a word that is no sure given name, is another person ("Kim" and "Putin" side by side). */
static bool begins_other(const chain *c, size_t at) {
  const isnad_phrase *row = note_hit_at(c->u, at, ISNAD_TABLE_PEOPLE);
  bool somebody =
      row != NULL && row->cut == 0 && row->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && isnad_people_rows[row->row].common == ISNAD_PEOPLE_COMMON_NO;
  return somebody && !row_has_word(c->f, row, first_word(c));
}

/* "Elliott | Broidy": a word that the news never used, with the letters of a name, behind a surname that is given to people too. */
static bool is_unseen_surname(const chain *c, size_t at, const part *p) {
  enum { SURE = 12 };
  if (p->kind != PART_UNKNOWN || c->parts > 1 || begins_and(c->f, at) || isnad_arabic_frequency(c->f->tokens[at].hash) > 0) return false;
  return name_shape(name_form(c->f, at)) > SURE && is_announced(c);
}

/* Behind a family name a chain goes on only with what belongs to it. */
static bool goes_on(const chain *c, size_t at, const part *p) {
  if (p->kind == PART_NONE || p->last - c->at > MOST_TOKENS || c->parts >= MOST_PARTS) return false;
  if (name_place_adjective(c->u, at) != NULL && p->kind != PART_FAMILY && p->kind != PART_TIED)
    return c->given + c->tied > 0 && c->parts == 1 && p->kind == PART_COMMON_FAMILY;
  if (name_is_definite(c->f, at)) return definite_goes_on(c, at, p);
  bool full = c->parts > 1 && (c->latest == PART_FAMILY || c->latest == PART_UNKNOWN);
  if ((c->surname_first || c->given + c->tied == 0 || full) && begins_other(c, at)) return false;
  if (c->first == PART_FAMILY && !c->surname_first && c->given + c->tied + c->common == 0)
    return p->kind == PART_TIED || p->kind == PART_BEHIND || is_unseen_surname(c, at, p);
  if (p->kind == PART_UNKNOWN && begins_and(c->f, at)) return false;
  bool unseen = p->kind == PART_UNKNOWN && isnad_arabic_frequency(c->f->tokens[at].hash) == 0;
  bool poor = unseen && name_shape(name_form(c->f, at)) <= (is_announced(c) ? SHAPE_LEAST : SHAPE_POOR);
  if (unseen && !poor && c->parts == 1 && c->given > 0) return true; /* no word of the news: a surname, whatever its letters */
  if (p->kind == PART_UNKNOWN) return c->unknown < 3 && name_shape(name_form(c->f, at)) > (c->given > 0 ? SHAPE_POOR : SHAPE_FOREIGN);
  return true;
}

/* Some table holds the word as it stands. */
static bool has_whole_hit(const note_unit *u, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cut == 0) return true;
  return false;
}

/* A surname that the tables do not know right behind a sure given name. It may begin with the letter of a proclitic ("Queen", "Wallström") or with
 * the article ("al-Nayif"): what is left behind them is then no word that news often has. */
static bool is_rare_surname(const chain *c, size_t at) {
  enum { RARE = 700, SELDOM = 150, ARTICLE = 4, LETTER = 2, SURE = 30 };
  const name_finder *f = c->f;
  bool given = c->given > 0 || (c->common > 0 && c->first == PART_COMMON_GIVEN && is_announced(c));
  if (c->parts != 1 || !given || !name_word_at(f, c->u, at) || name_ends_chain(f, c->u, at, false) || name_is_wall(f, c->u, at)) return false;
  isnad_slice form = name_form(f, at);
  uint32_t seen = isnad_arabic_frequency(f->tokens[at].hash);
  if (has_whole_hit(c->u, at) || form.length < 4 * LETTER || seen >= RARE) return false;
  if (name_is_definite(f, at)) {
    isnad_slice bare = {form.bytes + ARTICLE, form.length - ARTICLE};
    bool only = isnad_arabic_frequency(isnad_token_hash(bare)) == 0 && is_announced(c); /* never without its article */
    return only || (seen < SELDOM && name_shape(bare) > SHAPE_FOREIGN);
  }
  isnad_slice rest = {form.bytes + LETTER, form.length - LETTER};
  if ((unsigned char)form.bytes[0] == (0xC0 | LETTER_WAW >> 6) && (unsigned char)form.bytes[1] == (0x80 | (LETTER_WAW & 0x3F)))
    return isnad_arabic_frequency(isnad_token_hash(rest)) == 0 && !begins_and(f, at);
  return name_shape(form) > SURE && isnad_arabic_frequency(isnad_token_hash(rest)) <= 4 * seen;
}

static void extend(chain *c) {
  for (;;) {
    size_t next = name_next(c->f, c->u, c->last - 1);
    if (next >= c->u->last) return;
    part p = name_part_at(c->f, c->u, next, false, 0);
    if (p.kind == PART_NONE && next == c->last + 1 && name_word_at(c->f, c->u, next)) { /* "Kang Kyung-|wha": glued by a hyphen, however short */
      p = (part){PART_BEHIND, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
      bool glued = isnad_slice_equal(name_form(c->f, c->last), isnad_slice_of("-")) && c->parts < MOST_PARTS;
      if (!glued || isnad_arabic_frequency(c->f->tokens[next].hash) > OFTEN) return;
      count_part(c, &p);
      continue;
    }
    bool open = p.kind == PART_NONE || (p.kind == PART_UNKNOWN && name_is_definite(c->f, next));
    bool rare = open && is_rare_surname(c, next);
    if (rare) p = (part){PART_UNKNOWN, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
    if (!rare && !goes_on(c, next, &p)) return;
    count_part(c, &p);
  }
}

/* The row of people that these tokens are, or begin. */
static const isnad_phrase *people_hit(const note_unit *u, size_t at, bool full) {
  if (!note_has_hit(u, at, ISNAD_TABLE_PEOPLE)) return NULL;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PEOPLE && (!full || hits[i].cell != ISNAD_PEOPLE_CELL_SHORT_FORMS)) return &hits[i];
  return NULL;
}

static void fill(person_reading *out, const chain *c) {
  const isnad_token *first = &c->f->tokens[c->at];
  size_t cut = 0;
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(c->u, c->at, ISNAD_TABLE_FAMILY_NAMES);
  if (c->rule.name == NULL && c->rule.table == ISNAD_TABLE_GIVEN_NAMES && given != NULL) cut = given->cut;
  if (c->rule.name == NULL && c->rule.table == ISNAD_TABLE_FAMILY_NAMES && family != NULL) cut = family->cut;
  if (c->first == PART_UNKNOWN && begins_and(c->f, c->at)) cut = 2;
  *out = (person_reading){.first = (uint32_t)c->at, .last = (uint32_t)c->last, .cut = (uint8_t)cut, .words = (uint8_t)c->parts, .rule = c->rule};
  out->span = (isnad_span){cut > 0 ? isnad_token_source(&c->f->s->page->tokens, c->at, cut) : first->span.begin, c->f->tokens[c->last - 1].span.end};
}

static void take_row(person_reading *out, const isnad_phrase *hit) {
  const isnad_people_row *row = &isnad_people_rows[hit->row];
  out->id = isnad_slice_of(row->id);
  out->canonical = isnad_slice_of(row->name);
  out->rule = (isnad_rule){NULL, ISNAD_TABLE_PEOPLE, hit->row};
}

/* One part alone: a word that looks like a name and hardly like anything else, or one that a title or a verb announces. */
static bool alone_is_name(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  isnad_slice form = name_form(f, at);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  if (name_place_adjective(u, at) != NULL || name_hit_uncut(u, at, ISNAD_TABLE_TITLES)) return false;
  if (name_is_announced(u, at)) return true;
  if (name_is_definite(f, at)) return false;
  bool often = isnad_arabic_frequency(isnad_token_hash(form)) > OFTEN, brief = form.length <= SHORT_WORD;
  return !(often && brief) && name_shape(form) > (often || brief ? SHAPE_STRONG : SHAPE_FOREIGN);
}

/* Persian, Turkish and Indian names share words with Arabic. */
static bool is_european(isnad_family_names_origin origin) {
  switch (origin) {
  case ISNAD_FAMILY_NAMES_ORIGIN_ENGLISH:
  case ISNAD_FAMILY_NAMES_ORIGIN_FRENCH:
  case ISNAD_FAMILY_NAMES_ORIGIN_SPANISH:
  case ISNAD_FAMILY_NAMES_ORIGIN_GERMAN:
  case ISNAD_FAMILY_NAMES_ORIGIN_ITALIAN:
  case ISNAD_FAMILY_NAMES_ORIGIN_RUSSIAN:
    return true;
  default:
    return false;
  }
}

/* Foreign surnames that are given names too ("Clinton", "Ronaldo"): persons all the same, where no table has the word as anything else. */
static bool is_foreign_surname(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  const isnad_phrase *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  if (family == NULL || family->count > 1 || family->cut != cut || !is_european(isnad_family_names_rows[family->row].origin)) return false;
  static const isnad_table others[] = {ISNAD_TABLE_PLACES,     ISNAD_TABLE_ORGANIZATIONS, ISNAD_TABLE_OUTLETS,   ISNAD_TABLE_TITLES,
                                       ISNAD_TABLE_STOPS,      ISNAD_TABLE_VERBS,         ISNAD_TABLE_ORG_HEADS, ISNAD_TABLE_THINGS,
                                       ISNAD_TABLE_TIME_WORDS, ISNAD_TABLE_HEADS,         ISNAD_TABLE_MONTHS,    ISNAD_TABLE_PLACE_HEADS,
                                       ISNAD_TABLE_NAME_PARTS};
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (note_has_hit(u, at, others[i])) return false;
  isnad_slice form = name_form(f, at);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  return form.length > SHORT_WORD && !name_is_definite(f, at) && name_shape(form) > SHAPE_STRONG;
}

static bool believed_alone(const chain *c) { return alone_is_name(c->f, c->u, c->at, 0); }

/* "Given surname" in another spelling than the table's: the surname's row, when its full name has the given name too. */
static const isnad_phrase *row_of_chain(const chain *c) {
  if (c->parts != 2) return NULL;
  const isnad_phrase *row = note_hit_at(c->u, c->last - 1, ISNAD_TABLE_PEOPLE);
  bool is_short = row != NULL && row->cut == 0 && row->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && row->count == 1;
  return is_short && row_has_word(c->f, row, first_word(c)) ? row : NULL;
}

/* The last word has the article, and is no adjective of a place: a trade or a descent, as Arab family names are. */
static bool ends_in_descent(const chain *c) {
  return c->parts > 1 && name_is_definite(c->f, c->last - 1) && name_place_adjective(c->u, c->last - 1) == NULL &&
         !name_is_modifier(c->u, c->last - 1);
}

static size_t family_cut(const chain *c) {
  const isnad_phrase *family = note_hit_at(c->u, c->at, ISNAD_TABLE_FAMILY_NAMES);
  return family != NULL ? family->cut : 0;
}

static bool believed_bare(const chain *c, person_reading *out) {
  unsigned sure = c->given + c->family + c->tied;
  size_t next = c->at;
  switch (c->first) {
  case PART_GIVEN:
  case PART_FAMILY:
    return c->parts > 1 || c->last - c->at > 1 || believed_alone(c);
  case PART_COMMON_FAMILY:
    return c->parts == 1 && c->rule.table == ISNAD_TABLE_FAMILY_NAMES && is_foreign_surname(c->f, c->u, c->at, family_cut(c));
  case PART_TIED:
    return c->parts > 1;
  case PART_COMMON_GIVEN:
    out->doubtful = sure == 0 && c->unknown == 0 && !name_is_announced(c->u, c->at) && !ends_in_descent(c);
    return c->parts > 1 && (sure > 0 || c->common > 1 || c->unknown > 0);
  case PART_UNKNOWN:
    if (c->at > c->u->first && name_has_role(c->u, c->at - 1, ISNAD_NAME_PARTS_ROLE_WHERE)) return false;
    if (c->parts == 1) return name_is_announced(c->u, c->at) && name_shape(name_form(c->f, next)) > SHAPE_STRONG && !name_is_definite(c->f, next);
    if (c->family > 0 && is_announced(c) && !name_is_definite(c->f, next) && name_shape(name_form(c->f, next)) > SHAPE_POOR &&
        isnad_arabic_frequency(c->f->tokens[next].hash) == 0)
      return true; /* "said X Collins" */
    return (c->family + c->given > 0 || c->unknown == c->parts) && name_shape(name_form(c->f, next)) > SHAPE_STRONG;
  default:
    return false;
  }
}

static bool believed_titled(const chain *c) {
  bool alone = c->parts == 1 && c->last == c->at + 1;
  if (alone && (name_hit_uncut(c->u, c->at, ISNAD_TABLE_TITLES) || name_is_verb(c->f, c->u, c->at))) return false;
  if (c->first == PART_UNKNOWN && c->given + c->family + c->tied == 0)
    return !name_is_definite(c->f, c->at) && (c->parts > 1 || name_shape(name_form(c->f, c->at)) > SHAPE_FOREIGN);
  return c->first != PART_BEHIND;
}

/* A short form that is also a word of the language: an adjective of a place, a verb, a title, or a frequent word whose letters are no name's. */
static bool is_everyday(const name_finder *f, const note_unit *u, size_t at, size_t cut) {
  isnad_slice form = name_form(f, at);
  form = (isnad_slice){form.bytes + cut, form.length - cut};
  if (name_place_adjective(u, at) != NULL || name_hit_uncut(u, at, ISNAD_TABLE_STOPS) || name_is_verb(f, u, at)) return true;
  if (name_is_announced(u, at)) return false;
  const isnad_phrase *row = note_hit_at(u, at, ISNAD_TABLE_PEOPLE);
  const char *forms = isnad_people_rows[row->row].short_forms;
  if (isnad_arabic_frequency(isnad_token_hash(form)) > FEW && !name_is_spelled(f, at, cut, forms, NULL)) return true;
  bool often = isnad_arabic_frequency(isnad_token_hash(form)) > OFTEN;
  return !name_is_definite(f, at) && often && name_shape(form) < (form.length <= SHORT_WORD ? SHAPE_STRONG : SHAPE_FOREIGN);
}

static bool begins_given(const name_finder *f, const note_unit *u, size_t at) {
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_NO &&
         isnad_given_names_rows[given->row].origin != ISNAD_GIVEN_NAMES_ORIGIN_ARAB && !name_is_definite(f, at);
}

/* A name of the table of people; a longer chain that begins with it is another person. */
static bool read_row(person_reading *out, const name_finder *f, const note_unit *u, size_t at, const chain *c) {
  const isnad_phrase *hit = people_hit(u, at, false);
  bool longer = hit != NULL && c->parts > 0 && c->last > hit->first + hit->count;
  bool another =
      longer && hit->cell != ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count > 1 && begins_given(f, u, hit->first + hit->count); /* "X Y | Paul Z" */
  if (another) longer = false;
  bool named_on = c->latest == PART_FAMILY || c->latest == PART_COMMON_FAMILY || c->latest == PART_TIED;
  if (hit == NULL || (longer && (hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS || (c->unknown == 0 && named_on)))) return false;
  bool alone = hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && hit->count == 1;
  if (alone && name_is_whole_word(f, at, hit->cut)) return false;
  bool common = alone && (isnad_people_rows[hit->row].common == ISNAD_PEOPLE_COMMON_YES || is_everyday(f, u, at, hit->cut));
  const isnad_phrase *title = note_hit_at(u, at, ISNAD_TABLE_TITLES);
  *out = (person_reading){.first = (uint32_t)at, .last = hit->first + hit->count, .span = hit->span, .cut = hit->cut, .doubtful = common};
  if (title != NULL && title->cut == hit->cut && title->count < hit->count) { /* the king So-and-so: the title is no part of the name */
    out->first += title->count;
    out->span.begin = f->tokens[out->first].span.begin;
    out->cut = 0;
  }
  out->words = hit->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS ? 1 : (uint8_t)(hit->count > 1 ? hit->count : 2);
  const isnad_phrase *family = note_hit_at(u, at, ISNAD_TABLE_FAMILY_NAMES);
  bool surname = family != NULL && isnad_family_names_rows[family->row].common == ISNAD_FAMILY_NAMES_COMMON_NO;
  if (common && ((surname && alone_is_name(f, u, at, hit->cut)) || is_foreign_surname(f, u, at, hit->cut))) {
    out->doubtful = false; /* a surname for sure, though not for sure this bearer's */
    out->rule = (isnad_rule){NULL, ISNAD_TABLE_PEOPLE, hit->row};
    return true;
  }
  take_row(out, hit);
  return true;
}

bool name_person(person_reading *out, const name_finder *f, const note_unit *u, size_t at, person_before before) {
  chain c = {.f = f, .u = u, .at = at, .last = at, .titled = before == PERSON_TITLED};
  if (!name_word_at(f, u, at)) return false;
  part first = name_part_at(f, u, at, true, 0);
  if (first.kind != PART_NONE && first.kind != PART_BEHIND) {
    count_part(&c, &first);
    extend(&c);
  }
  if (read_row(out, f, u, at, &c)) return true;
  if (c.parts == 0) return false;
  const isnad_phrase *row = row_of_chain(&c);
  if (row != NULL) {
    fill(out, &c);
    take_row(out, row);
    return true;
  }
  *out = (person_reading){.doubtful = false};
  bool doubtful = false;
  if (before == PERSON_TITLED ? !believed_titled(&c) : !believed_bare(&c, out)) return false;
  doubtful = out->doubtful;
  fill(out, &c);
  out->doubtful = doubtful;
  return true;
}
