/* How far a chain of a person's names goes: which word belongs to it and which begins another. */
#include "note/names/name_chain.h"
#include "note/names/name_likely.h"
#include "note/word.h"

#include "arabic/letters.h"

enum { MOST_PARTS = 8, MOST_TOKENS = 12, SHAPE_LEAST = -60, SELDOM_SEEN = 150 };

/* A title or a reporting verb stands before it, the sign of a hashtag passed over. */
bool name_chain_is_announced(const name_chain *c) { return c->titled || name_is_announced_over(c->f, c->u, c->at); }

void name_chain_add(name_chain *c, const part *p) {
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

isnad_slice name_chain_first_word(const name_chain *c) {
  isnad_slice form = name_form(c->f, c->at);
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  size_t cut = given != NULL && c->rule.name == NULL && c->rule.table == ISNAD_TABLE_GIVEN_NAMES ? given->cut : 0;
  if (c->first == PART_UNKNOWN && name_begins_and(c->f, c->at)) cut = 2;
  return (isnad_slice){form.bytes + cut, form.length - cut};
}

/* "Mahmud" is no spelling of "Muhammad": both are names of the table, of Arabs, and of different rows. */
static bool is_other_arab(const name_chain *c, const isnad_tokens *tokens, size_t at) {
  isnad_phrase other;
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  if (given == NULL || isnad_given_names_rows[given->row].origin != ISNAD_GIVEN_NAMES_ORIGIN_ARAB) return false;
  if (isnad_phrases_at(&other, 1, tokens, at, 1u << ISNAD_TABLE_GIVEN_NAMES, 0) == 0) return false;
  return other.row != given->row && isnad_given_names_rows[other.row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB;
}

bool name_chain_row_has_first(const name_chain *c, const isnad_phrase *row) {
  const name_finder *f = c->f;
  isnad_slice word = name_chain_first_word(c), full = isnad_slice_of(isnad_people_rows[row->row].name);
  isnad_tokens tokens;
  if (isnad_arabic_tokens(&tokens, f->s->arena, full, NULL) != ISNAD_OK) return false;
  isnad_slice met = name_form(f, row->first);
  for (size_t i = 0; i < tokens.count; i++) {
    isnad_slice form = isnad_token_form(&tokens, i);
    bool surname = tokens.count > 1 && row->count == 1 && (isnad_slice_equal(form, met) || name_is_variant(form, met));
    if (!surname && name_is_variant(word, form) && (isnad_slice_equal(word, form) || !is_other_arab(c, &tokens, i))) return true;
  }
  return false;
}

/* "and" written on a name that nobody knows: the letters look more like a name without it. */
bool name_begins_and(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  const unsigned char *p = (const unsigned char *)form.bytes;
  if (form.length < 8 || p[0] != (0xC0 | LETTER_WAW >> 6) || p[1] != (0x80 | (LETTER_WAW & 0x3F))) return false;
  bool article = p[2] == (0xC0 | LETTER_ALEF >> 6) && p[3] == (0x80 | (LETTER_ALEF & 0x3F)) && p[4] == (0xC0 | LETTER_LAM >> 6) &&
                 p[5] == (0x80 | (LETTER_LAM & 0x3F));
  if (article && isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes + 2, form.length - 2})) == 0) return false; /* no "and the" */
  return name_shape((isnad_slice){form.bytes + 2, form.length - 2}) > name_shape(form);
}

/* Peoples whose given names stand before a surname that somebody else is known by; a Korean's first word is his family. */
static bool is_named_apart(isnad_given_names_origin origin) {
  switch (origin) {
  case ISNAD_GIVEN_NAMES_ORIGIN_ARAB:
  case ISNAD_GIVEN_NAMES_ORIGIN_SPANISH:
  case ISNAD_GIVEN_NAMES_ORIGIN_FRENCH:
  case ISNAD_GIVEN_NAMES_ORIGIN_GERMAN:
  case ISNAD_GIVEN_NAMES_ORIGIN_ITALIAN:
    return true;
  default:
    return false;
  }
}

/* The feminine of a man's name, seldom seen: "Amina" is a noun too, and hardly the noun of somebody ("the survival of | Trump"). */
bool name_is_womans(const name_finder *f, const note_unit *u, size_t at) {
  enum { LETTER = 2, SELDOM = 700 };
  isnad_slice form = name_form(f, at), man = {form.bytes, form.length - LETTER};
  isnad_tokens tokens;
  isnad_phrase hit;
  const isnad_phrase *given = note_hit_at(u, at, ISNAD_TABLE_GIVEN_NAMES);
  bool woman = given != NULL && given->cut == 0 && isnad_given_names_rows[given->row].gender == ISNAD_GIVEN_NAMES_GENDER_F;
  if (!woman || !name_ends_with(f, at, LETTER_HEH) || isnad_arabic_frequency(f->tokens[at].hash) > SELDOM) return false;
  if (isnad_arabic_tokens(&tokens, f->s->arena, man, NULL) != ISNAD_OK) return false;
  return isnad_phrases_at(&hit, 1, &tokens, 0, 1u << ISNAD_TABLE_GIVEN_NAMES, 0) > 0 && hit.cut == 0 &&
         isnad_given_names_rows[hit.row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB;
}

/* "The legend Usain | Bolt", "without replacing Usain | Bolt": nobody stands right beside another but behind a verb, so that what is likely a name
 * before a surname is its bearer's given name. */
static bool is_likely_given(const name_chain *c, size_t at) {
  if (c->parts != 1 || c->first != PART_UNKNOWN || name_answer_at(c->f, c->u, c->at) != NAME_LIKELY || c->at == c->u->first) return false;
  size_t before = c->at - 1;
  if (name_is_verb(c->f, c->u, before) || name_has_role(c->u, before, ISNAD_NAME_PARTS_ROLE_MEETS) ||
      name_has_table(c->u, before, 1u << ISNAD_TABLE_TRIGGERS))
    return false;
  return name_hit_uncut(c->u, at, ISNAD_TABLE_FAMILY_NAMES) && name_is_definite(c->f, before);
}

/* Somebody known by this word alone, behind a word that is no sure given name, is another person ("Kim" and "Putin" side by side). */
static bool begins_other(const name_chain *c, size_t at) {
  const isnad_phrase *row = note_hit_at(c->u, at, ISNAD_TABLE_PEOPLE);
  bool somebody =
      row != NULL && row->cut == 0 && row->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS && isnad_people_rows[row->row].common == ISNAD_PEOPLE_COMMON_NO;
  if (!somebody || name_chain_row_has_first(c, row)) return false;
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  bool arab =
      c->parts == 1 && given != NULL && given->cut == 0 && is_named_apart((isnad_given_names_origin)isnad_given_names_rows[given->row].origin);
  if (c->parts == 1 && c->first == PART_COMMON_GIVEN && name_is_womans(c->f, c->u, c->at)) return false; /* "Amina | Erdogan" */
  bool office = c->titled || (c->at > c->u->first && note_has_hit(c->u, c->at - 1, ISNAD_TABLE_TITLES));
  bool unseen = isnad_arabic_frequency(c->f->tokens[c->at].hash) < FEW;
  bool titled = c->titled || (office && name_answer_at(c->f, c->u, c->at) == NAME_LIKELY);
  bool unheard = (titled || (unseen && row->count == 1)) && c->parts == 1 && c->first == PART_UNKNOWN &&
                 name_shape(name_chain_first_word(c)) > (titled ? SHAPE_FOREIGN : SHAPE_LIKELY);
  if (unheard) return false; /* "the journalist Manu | Carreño", whom no table knows */
  if (is_likely_given(c, at)) return false;
  return !(arab && office); /* "the director Hasan | Dehghan", whom the table knows by another name */
}

/* "Nicholas | the Second": a number goes on the given names of a ruler, and not on a scorer ("the goal of Nacho, | the third"), who may be titled
 * too. */
static bool is_ruler(const name_chain *c) {
  const isnad_phrase *given = note_hit_at(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES);
  bool woman = given != NULL && isnad_given_names_rows[given->row].gender == ISNAD_GIVEN_NAMES_GENDER_F; /* the numbers are a man's */
  bool given_only = c->unknown + c->family == 0 && c->given + c->common + c->tied > 0;
  return !woman && ((c->titled && c->parts == 1 && (c->unknown == 0 || !c->f->sport)) || (given_only && !c->f->sport));
}

/* A word with the article goes on a chain when it can be a name of descent and is not what describes the bearer. */
static bool definite_goes_on(const name_chain *c, size_t at, const part *p) {
  if (p->kind == PART_BEHIND && name_has_role(c->u, at, ISNAD_NAME_PARTS_ROLE_ORDINAL)) return is_ruler(c);
  if (name_is_modifier(c->u, at) || name_hit_uncut(c->u, at, ISNAD_TABLE_ORG_HEADS)) return false;
  bool noun = c->parts == 1 && c->first == PART_COMMON_GIVEN && isnad_arabic_frequency(isnad_token_hash(name_chain_first_word(c))) > NAME_NOUN;
  if (noun && begins_other(c, at)) return false; /* "the victory of | al-Sisi" */
  if (p->kind == PART_FAMILY || p->kind == PART_BEHIND || p->kind == PART_GIVEN || p->kind == PART_TIED) return true;
  if (p->kind == PART_COMMON_FAMILY || p->kind == PART_COMMON_GIVEN) return c->given + c->tied + c->common > 0;
  if (c->parts != 1 && c->given + c->tied == 0) return false;
  bool everyday = isnad_arabic_frequency(c->f->tokens[at].hash) > FEW; /* "condolences" ends as a descent does */
  return c->given + c->tied + c->common > 0 && name_ends_with(c->f, at, LETTER_YEH) && name_place_adjective(c->u, at) == NULL && !everyday;
}

/* "Begin | Zanganeh": the word behind is somebody's surname whose full name has the first word, or a spelling of it. */
static bool ends_row(const name_chain *c, size_t at) {
  const isnad_phrase *row = note_hit_at(c->u, at, ISNAD_TABLE_PEOPLE);
  bool surname = row != NULL && row->cut == 0 && row->count == 1 && row->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS;
  return surname && name_chain_row_has_first(c, row);
}

/* "Elliott | Broidy": a word that the news never used, with the letters of a name, behind a surname that is given to people too. */
static bool is_unseen_surname(const name_chain *c, size_t at, const part *p) {
  enum { SURE = 12 };
  const isnad_phrase *inner = note_hit_at(c->u, at, ISNAD_TABLE_FAMILY_NAMES), *known = note_hit_at(c->u, at, ISNAD_TABLE_PEOPLE);
  if ((inner != NULL && inner->cut > 0) || (known != NULL && known->cut > 0)) return false; /* "Trump | of King" */
  if (p->kind != PART_UNKNOWN || c->parts > 1 || name_begins_and(c->f, at) || isnad_arabic_frequency(c->f->tokens[at].hash) > 0) return false;
  return name_shape(name_form(c->f, at)) > SURE && name_chain_is_announced(c);
}

/* "The general | Abu Aqila | Muhammad Kaykal": what an officer is called, which is a family name too, before his given name. */
static bool is_behind_kunya(const name_chain *c, size_t at, const part *p) {
  if (p->kind != PART_GIVEN || c->first != PART_FAMILY || !name_chain_is_announced(c)) return false;
  const isnad_phrase *given = note_hit_at(c->u, at, ISNAD_TABLE_GIVEN_NAMES);
  return given != NULL && isnad_given_names_rows[given->row].origin == ISNAD_GIVEN_NAMES_ORIGIN_ARAB &&
         name_has_role(c->u, c->at, ISNAD_NAME_PARTS_ROLE_KUNYA);
}

/* "Saw | the sheikh Muhammad bin X": a title with the article before a given name begins another. */
static bool is_title_of_other(const name_chain *c, size_t at) {
  const isnad_phrase *title = note_hit_at(c->u, at, ISNAD_TABLE_TITLES);
  if (title == NULL || title->cut > 0 || title->count > 1 || !name_is_definite(c->f, at) || c->parts != 1) return false;
  return isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC && name_hit_uncut(c->u, at + 1, ISNAD_TABLE_GIVEN_NAMES);
}

/* "Zhang | Ye | Sui": behind a Chinese or Korean surname the short words of the given name, whatever they are. */
static bool is_syllable(const name_chain *c, size_t at) {
  enum { LETTER = 2, LONGEST = 4 * LETTER, OFTEN_SEEN = 3000, SELDOM = 200 };
  if (!c->surname_first || c->parts > 2 || !name_word_at(c->f, c->u, at)) return false;
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(c->u, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cut == 0 && hits[i].table != ISNAD_TABLE_GIVEN_NAMES && hits[i].table != ISNAD_TABLE_FAMILY_NAMES) return false;
  if (isnad_arabic_proclitics(name_form(c->f, at)) > 0) return false; /* "Kim | with the removal of" */
  return c->f->tokens[at].length <= LONGEST && !name_is_definite(c->f, at) &&
         isnad_arabic_frequency(c->f->tokens[at].hash) < (name_chain_is_announced(c) ? OFTEN_SEEN : SELDOM);
}

/* Behind a family name a chain goes on only with what belongs to it. */
static bool goes_on(const name_chain *c, size_t at, const part *p) {
  if (p->kind == PART_NONE || p->last - c->at > MOST_TOKENS || c->parts >= MOST_PARTS || name_is_none_of_it(c, at, p)) return false;
  if (is_title_of_other(c, at)) return false;
  if (name_place_adjective(c->u, at) != NULL && p->kind != PART_FAMILY && p->kind != PART_TIED)
    return c->given + c->tied > 0 && (c->parts == 1 || c->tied > 0) && p->kind == PART_COMMON_FAMILY;
  if (name_is_definite(c->f, at)) return definite_goes_on(c, at, p);
  if (name_is_noun_behind(c, at, p)) return false;
  bool full = c->parts > 1 && (c->latest == PART_FAMILY || c->latest == PART_UNKNOWN);
  if ((c->surname_first || c->given + c->tied == 0 || full) && begins_other(c, at)) return false;
  if (c->parts == 1 && (ends_row(c, at) || is_behind_kunya(c, at, p))) return true;
  if (c->first == PART_FAMILY && !c->surname_first && c->given + c->tied + c->common == 0) {
    bool both = c->parts == 1 && p->kind == PART_FAMILY && name_hit_uncut(c->u, c->at, ISNAD_TABLE_GIVEN_NAMES); /* "Craig | Dawson" */
    if (both) return true;
    return p->kind == PART_TIED || p->kind == PART_BEHIND || is_unseen_surname(c, at, p);
  }
  if (p->kind == PART_UNKNOWN && name_begins_and(c->f, at)) return false;
  if (p->kind == PART_UNKNOWN && name_answer_at(c->f, c->u, at) == NAME_LIKELY) return c->unknown < 3;
  bool unseen = p->kind == PART_UNKNOWN && isnad_arabic_frequency(c->f->tokens[at].hash) == 0;
  bool poor = unseen && name_shape(name_form(c->f, at)) <= (name_chain_is_announced(c) ? SHAPE_LEAST : SHAPE_POOR);
  bool given = c->given > 0 || (c->first == PART_COMMON_GIVEN && name_chain_is_announced(c));
  bool two = c->parts == 2 && c->given + c->common == 2 && !name_begins_and(c->f, at);
  if (unseen && !poor && ((c->parts == 1 && given) || two)) return true; /* no word of the news: a surname, whatever its letters */
  if (p->kind == PART_UNKNOWN) {
    bool seldom = c->parts == 1 && isnad_arabic_frequency(c->f->tokens[at].hash) < SELDOM_SEEN;
    bool told = c->parts == 1 && unseen && (c->titled || name_is_introduced(c->f, c->u, c->at));
    int least = c->given == 0 ? (told ? SHAPE_POOR : SHAPE_FOREIGN) : seldom ? 2 * SHAPE_POOR : SHAPE_POOR;
    return c->unknown < 3 && name_shape(name_form(c->f, at)) > least;
  }
  return true;
}

void name_chain_extend(name_chain *c) {
  for (;;) {
    size_t next = name_next(c->f, c->u, c->last - 1);
    if (next >= c->u->last) return;
    part p = name_part_at(c->f, c->u, next, false, 0);
    bool tagged = next == c->last + 1 && isnad_slice_equal(name_form(c->f, c->last), isnad_slice_of("_")) && c->parts < MOST_PARTS;
    if (tagged) { /* "#Muhammad_Farid_Hijazi": the words of a hashtag are one name */
      if (p.kind == PART_NONE) p = (part){PART_BEHIND, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
      name_chain_add(c, &p);
      continue;
    }
    if (p.kind == PART_NONE && next == c->last + 1 && name_word_at(c->f, c->u, next)) { /* "Kang Kyung-|wha": glued by a hyphen, however short */
      p = (part){PART_BEHIND, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
      bool glued = isnad_slice_equal(name_form(c->f, c->last), isnad_slice_of("-")) && c->parts < MOST_PARTS;
      if (!glued || isnad_arabic_frequency(c->f->tokens[next].hash) > OFTEN) return;
      name_chain_add(c, &p);
      continue;
    }
    if (p.kind == PART_NONE && c->parts == 1 &&
        (ends_row(c, next) || name_is_others_surname(c, next))) { /* "Carles | Puigdemont", whose first letter looks like a proclitic */
      p = (part){PART_UNKNOWN, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
      name_chain_add(c, &p);
      continue;
    }
    bool open = p.kind == PART_NONE || (p.kind == PART_UNKNOWN && name_is_definite(c->f, next));
    if (name_is_glued_given(c, next)) {
      p = (part){PART_UNKNOWN, (uint32_t)next + 3, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
      name_chain_add(c, &p);
      continue;
    }
    if ((p.kind == PART_NONE || p.kind == PART_UNKNOWN) && is_syllable(c, next)) {
      p = (part){PART_UNKNOWN, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
      name_chain_add(c, &p);
      continue;
    }
    bool rare = (open && (name_is_rare_surname(c, next) || name_is_enclosed(c, next))) || name_is_town_surname(c, next);
    if (!rare && !goes_on(c, next, &p)) {
      if (open || p.kind != PART_UNKNOWN || !name_is_enclosed(c, next)) return;
      rare = true;
    }
    if (rare) p = (part){PART_UNKNOWN, (uint32_t)next + 1, {"unknown-name", ISNAD_TABLE_OUTLETS, 0}, false};
    name_chain_add(c, &p);
  }
}
