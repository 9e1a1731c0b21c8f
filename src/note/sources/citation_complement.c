/* What goes on the noun phrase of a source or a speaker behind its own words: what he is besides, where he belongs ("an official | in the ministry",
 * "a report | of the United Nations"), further countries, a name in marks. */
#include "note/sources/citation_part.h"

enum { MOST_PARTS = 4 };

const isnad_name_note *note_name_at(const note_scan *s, size_t at) {
  const isnad_token *token = cited_token(s, at);
  size_t low = note_name_from(s, token->span.begin);
  const isnad_name_note *longest = NULL;
  for (; low < s->name_count && s->names[low].span.begin < token->span.end; low++)
    if (longest == NULL || s->names[low].span.end > longest->span.end) longest = &s->names[low];
  return longest;
}

size_t cited_behind_name(const cited_phrase *p, const isnad_name_note *name, size_t at) {
  while (at < p->limit && cited_token(p->s, at)->span.begin < name->span.end) at++;
  return at;
}

static cited_class class_of(const note_scan *s, const note_unit *unit, size_t first) {
  const isnad_phrase *head = note_hit_at(unit, first, ISNAD_TABLE_HEADS), *title = note_hit_at(unit, first, ISNAD_TABLE_TITLES);
  bool office = title != NULL && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_MODIFIER;
  if (office && (head == NULL || title->count >= head->count))
    return isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC ? CITED_OTHER : CITED_OFFICE;
  if (head != NULL) {
    switch (isnad_heads_rows[head->row].kind) {
    case ISNAD_HEADS_KIND_ANONYMOUS:
    case ISNAD_HEADS_KIND_UNNAMED:
      return CITED_PEOPLE;
    case ISNAD_HEADS_KIND_OFFICIAL:
      return CITED_BODY;
    case ISNAD_HEADS_KIND_DOCUMENT:
      return CITED_DOCUMENT;
    case ISNAD_HEADS_KIND_OUTLET:
    case ISNAD_HEADS_KIND_SOCIAL:
      return CITED_PAGE;
    default:
      return CITED_OTHER;
    }
  }
  const isnad_phrase *body = note_hit_at(unit, first, ISNAD_TABLE_ORG_HEADS);
  if (body != NULL && isnad_org_heads_rows[body->row].type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION) return CITED_BODY;
  return word_ends_in(cited_form(s, first), LETTER_WAW, LETTER_NOON) ? CITED_PEOPLE : CITED_OTHER;
}

/* "Of the company | GULF TRADE": the name in foreign letters, or the construct, of a head noun that is not definite yet; `at` when none follows. */
static size_t open_head_end(const cited_phrase *p, size_t at) {
  if (at < p->limit && cited_is_mark(p->s, at, "#")) return cited_tag_end(p->s, p->unit, at);
  size_t end = at;
  while (end < p->limit && cited_is_word(p->s, p->unit, end) && (cited_token(p->s, end)->flags & ISNAD_TOKEN_ARABIC) == 0) end++;
  return end > at ? end : cited_construct_end(p->s, p->unit, at);
}

/* With the article, or behind a proclitic that stands before it. */
static bool has_article(const note_scan *s, const note_unit *unit, size_t at) {
  isnad_slice form = cited_form(s, at), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  return note_is_definite(s, unit, at) || word_begins(rest, LETTER_ALEF, LETTER_LAM) || word_begins(form, LETTER_LAM, LETTER_LAM);
}

/* Whether a head noun alone was read, which has no article: what it is of must follow. */
static bool is_open_head(const cited_phrase *p, size_t first, size_t end) {
  bool alone = end == first + 1 && note_has_hit(p->unit, first, ISNAD_TABLE_ORG_HEADS) && !note_has_hit(p->unit, first, ISNAD_TABLE_ORGANIZATIONS);
  return alone && !has_article(p->s, p->unit, first);
}

/* "In the town of | #X": the name behind a head of places. */
static size_t town_end(const cited_phrase *p, size_t at) {
  const isnad_phrase *head = note_hit_at(p->unit, at, ISNAD_TABLE_PLACE_HEADS);
  size_t behind = head != NULL ? head->first + head->count : at;
  if (head == NULL) return at;
  while (behind < p->limit && (cited_is_mark(p->s, behind, "#") || cited_is_quote(p->s, p->unit, behind))) behind++;
  const isnad_name_note *name = behind < p->limit && cited_is_word(p->s, p->unit, behind) ? note_name_at(p->s, behind) : NULL;
  bool place = name != NULL && name->type == ISNAD_NAME_PLACE && name->span.begin == cited_token(p->s, behind)->span.begin;
  return place ? cited_behind_name(p, name, behind) : at;
}

/* The end of a body or a place at a token, whose name the names told, or whose head noun the sources know; `at` when there is none. */
size_t cited_member_end(cited_phrase *p, size_t at) {
  if (at + 1 < p->limit && p->class != CITED_DOCUMENT && cited_is_mark(p->s, at, "#") && cited_is_word(p->s, p->unit, at + 1)) { /* "in | #Paris" */
    size_t tag = cited_tag_end(p->s, p->unit, at), end = cited_member_end(p, at + 1);
    return end == at + 1 ? at : tag > end ? tag : end;
  }
  if (at >= p->limit || !cited_is_word(p->s, p->unit, at) || note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_VENUE)) return at;
  const isnad_name_note *name = note_name_at(p->s, at);
  const isnad_phrase *head = note_hit_at(p->unit, at, ISNAD_TABLE_HEADS);
  size_t end = at;
  if (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_OFFICIAL)
    end = cited_phrase_end(p->s, p->unit, head, head->first + head->count);
  bool camp = head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS && head->count == 1 &&
              (p->class == CITED_PEOPLE || p->class == CITED_OFFICE);
  if (camp && has_article(p->s, p->unit, at)) end = cited_phrase_end(p->s, p->unit, head, at + 1); /* "two sources in | the opposition" */
  if (name != NULL && name->type != ISNAD_NAME_PERSON && name->type != ISNAD_NAME_PRODUCT && name->type != ISNAD_NAME_EVENT) {
    size_t named = cited_behind_name(p, name, at);
    p->placed = p->placed || (name->type == ISNAD_NAME_PLACE && named >= end);
    end = named > end ? named : end;
  }
  size_t town = town_end(p, at);
  if (town > end) {
    end = town;
    p->placed = true;
  }
  if (end > at && is_open_head(p, at, end)) {
    size_t behind = open_head_end(p, end);
    if (behind == end) return at;
    end = behind;
  }
  return end < p->limit ? end : p->limit;
}

/* A preposition by its role: "in", "from". */
static bool is_preposition(const cited_phrase *p, isnad_quote_words_role role) {
  const isnad_phrase *hit = note_word_at(p->unit, p->at, role);
  return hit != NULL && hit->cut == 0 && hit->count == 1;
}

/* Ba or li written on the word: a proclitic of it, as the hits of the tables or the names tell. */
static bool is_clitic(const cited_phrase *p, unsigned letter) {
  if (!cited_is_word(p->s, p->unit, p->at) || !word_letter_at(cited_form(p->s, p->at), 0, letter)) return false;
  const isnad_name_note *name = note_name_at(p->s, p->at);
  if (name != NULL)
    return name->span.begin > cited_token(p->s, p->at)->span.begin || (letter == LETTER_LAM && (cited_has_lam(p->s, p->at) || cited_swallows(p)));
  const isnad_phrase *head = note_hit_at(p->unit, p->at, ISNAD_TABLE_HEADS);
  const isnad_phrase *town = note_hit_at(p->unit, p->at, ISNAD_TABLE_PLACE_HEADS);
  return (head != NULL && head->cut > 0) || (town != NULL && town->cut > 0);
}

/* "A committee | in the house of commons": a body inside another. */
static bool is_part_of(const cited_phrase *p, const isnad_name_note *name) {
  return p->class == CITED_BODY && name != NULL && name->type == ISNAD_NAME_ORGANIZATION &&
         note_has_word(p->unit, p->first, ISNAD_QUOTE_WORDS_ROLE_PART);
}

/* "In the ministry", "from the university", "at the White House": where people belong. */
static size_t belonging_end(cited_phrase *p) {
  bool people = p->class == CITED_PEOPLE || p->class == CITED_OFFICE;
  if (p->placed || p->at >= p->limit) return p->at;
  if (is_preposition(p, ISNAD_QUOTE_WORDS_ROLE_IN) || (people && is_preposition(p, ISNAD_QUOTE_WORDS_ROLE_OF))) {
    size_t end = note_is_medium(p->unit, p->at + 1) && p->class == CITED_BODY ? p->at + 1 : cited_member_end(p, p->at + 1);
    const isnad_name_note *name = end > p->at + 1 ? note_name_at(p->s, p->at + 1 + cited_is_mark(p->s, p->at + 1, "#")) : NULL;
    bool place = name != NULL && name->type == ISNAD_NAME_PLACE;
    return end > p->at + 1 && (people || place || is_part_of(p, name)) ? end : p->at;
  }
  if (p->class == CITED_DOCUMENT && is_preposition(p, ISNAD_QUOTE_WORDS_ROLE_OF)) { /* "a text | from the presidency" */
    size_t begin = p->at + 1 < p->limit ? p->at + 1 + cited_is_mark(p->s, p->at + 1, "#") : p->limit;
    const isnad_name_note *body = begin < p->limit && cited_is_word(p->s, p->unit, begin) ? note_name_at(p->s, begin) : NULL;
    bool of = body != NULL && (body->type == ISNAD_NAME_ORGANIZATION || body->type == ISNAD_NAME_FACILITY);
    size_t tag = cited_tag_end(p->s, p->unit, p->at + 1), end = of ? cited_member_end(p, begin) : p->at; /* "a statement | from #the_palace" */
    return of && tag > end ? tag : end;
  }
  const isnad_phrase *within = note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
  bool with =
      within != NULL && within->cut == 0 && within->count == 1 && word_letter_at(cited_form(p->s, p->at), 0, LETTER_LAM); /* "accredited to" */
  if (with) return cited_member_end(p, p->at + 1) > p->at + 1 ? cited_member_end(p, p->at + 1) : p->at;
  if (is_clitic(p, LETTER_BEH)) {
    const isnad_name_note *name = note_name_at(p->s, p->at);
    bool place = name != NULL && name->type == ISNAD_NAME_PLACE;
    if (!people && !is_part_of(p, name) && (!place || (p->class != CITED_BODY && p->class != CITED_PAGE))) return p->at;
    return cited_member_end(p, p->at);
  }
  return p->at;
}

/* A body that is always somebody's, as its row tells: the press office, the general secretariat. */
static bool is_owned_body(const cited_phrase *p) {
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS);
  return p->class == CITED_BODY && head != NULL && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_LI && p->at == head->first + head->count;
}

/* "Of | #the_army": li by itself before a hashtag or marks. */
static bool is_lone_lam(const cited_phrase *p) {
  return cited_is_word(p->s, p->unit, p->at) && word_is_letter(cited_form(p->s, p->at), LETTER_LAM) && p->at + 1 < p->limit;
}

/* Whose the page or the office is: a body, the holder of an office ("of the prime minister"), or what li with the article stands before. */
static size_t owner_itself_end(cited_phrase *p) {
  size_t begin = is_lone_lam(p) ? p->at + 1 : p->at;
  if (cited_is_mark(p->s, begin, "#")) return cited_tag_end(p->s, p->unit, begin);
  size_t end = cited_member_end(p, begin);
  if (end > begin) return end;
  const isnad_name_note *name = note_name_at(p->s, p->at);
  if (name != NULL && name->type == ISNAD_NAME_PERSON) return cited_behind_name(p, name, p->at);
  bool noun = cited_swallows(p) && !cited_ends_name(p->unit, p->at) && !note_has_hit(p->unit, p->at, ISNAD_TABLE_TITLES);
  return noun ? cited_adjectives_behind(p, p->at + 1) : p->at;
}

/* "The official spokesman | of the company", "a secret report | of the United Nations": with li, behind an adjective of the office. A medium is
 * spoken to, or cited for itself. */
static size_t owner_end(cited_phrase *p) {
  bool office =
      p->class == CITED_OFFICE && p->at > p->first + 1 && note_is_definite(p->s, p->unit, p->at - 1) && note_is_definite(p->s, p->unit, p->first);
  bool member = p->class == CITED_PEOPLE && p->at > p->first + 2 &&
                note_is_definite(p->s, p->unit, p->at - 1); /* "one of the officials of the press office | of the ministry" */
  bool page = (p->class == CITED_PAGE || is_owned_body(p)) && note_is_definite(p->s, p->unit, p->at - 1);
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS);
  bool post = p->class == CITED_PAGE && p->at == p->first + 1 && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_SOCIAL;
  if (p->placed || p->at >= p->limit || (!office && p->class != CITED_DOCUMENT && !page && !member && !post)) return p->at;
  if (p->class == CITED_DOCUMENT && cited_is_addressed(p->unit, p->first)) return p->at; /* "a letter | to the ministry" */
  if (post && is_clitic(p, LETTER_LAM)) return owner_itself_end(p);                      /* "a tweet | of the ambassador" */
  const isnad_name_note *name = note_name_at(p->s, p->at);
  bool body = name != NULL && (name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY); /* "for the union" is no paper */
  if (!body && note_is_medium(p->unit, p->at)) return p->at;
  if (page && (is_clitic(p, LETTER_LAM) || cited_swallows(p) || is_lone_lam(p))) return owner_itself_end(p);
  if (!is_clitic(p, LETTER_LAM) || ((office || member) && (name == NULL || name->type == ISNAD_NAME_PLACE))) return p->at;
  return cited_member_end(p, p->at);
}

/* "The governments of Japan | and China": behind a plural head and a place, further places with "and". */
static size_t places_end(cited_phrase *p) {
  const isnad_phrase *title = note_hit_at(p->unit, p->first, ISNAD_TABLE_TITLES);
  bool several = word_ends_in(cited_form(p->s, p->first), LETTER_ALEF, LETTER_TEH) ||
                 (title != NULL && isnad_titles_rows[title->row].number == ISNAD_TITLES_NUMBER_P);
  const isnad_phrase *place = note_hit_at(p->unit, p->at, ISNAD_TABLE_PLACES);
  bool listed = place != NULL && place->cut == WORD_LETTER && place->cell != ISNAD_PLACES_CELL_ADJECTIVES;
  if (!several || !listed || !word_letter_at(cited_form(p->s, p->at), 0, LETTER_WAW) || !note_has_hit(p->unit, p->at - 1, ISNAD_TABLE_PLACES))
    return p->at;
  size_t end = place->first + place->count;
  return end < p->limit ? end : p->limit;
}

/* A sound plural with its nun governs nothing. */
static bool keeps_nun(const cited_phrase *p) {
  isnad_slice form = cited_form(p->s, p->first);
  return word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON);
}

/* "The mayor | of Lens", "the midfielder of the team of | Slovakia": a name closes a construct that is open yet. */
static size_t open_end(cited_phrase *p) {
  bool office = p->class == CITED_OFFICE && p->at > p->first + 1 && !note_is_definite(p->s, p->unit, p->at - 1);
  bool document = p->class == CITED_DOCUMENT && p->at == p->first + 1 && !note_is_definite(p->s, p->unit, p->first);
  bool people = cited_is_unnamed(p) && p->at == p->first + 1 && !note_is_definite(p->s, p->unit, p->first); /* "a doctor | of the team of X" */
  if ((!office && !document && !people) || p->at >= p->limit || cited_adjective_at(p->s, p->at - 1) == CITED_MASCULINE) return p->at;
  const isnad_name_note *name = cited_is_word(p->s, p->unit, p->at) ? note_name_at(p->s, p->at) : NULL;
  bool closes =
      name != NULL && name->span.begin == cited_token(p->s, p->at)->span.begin && !note_has_hit(p->unit, p->at - 1, ISNAD_TABLE_PLACES) &&
      (name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY || name->type == (office ? ISNAD_NAME_PLACE : ISNAD_NAME_OUTLET) ||
       (people && name->type == ISNAD_NAME_PLACE && !keeps_nun(p))); /* "the people of | San Francisco" */
  return closes ? cited_member_end(p, p->at) : p->at;
}

/* "The team of the defence of | X": whom a head of several words that ends in a preposition is about. */
static size_t about_end(cited_phrase *p) {
  const isnad_phrase *about = note_word_at(p->unit, p->at - 1, ISNAD_QUOTE_WORDS_ROLE_WITHIN);
  if (p->at < p->first + 2 || about == NULL || about->cut > 0 || about->count > 1 || p->at >= p->limit || !cited_is_word(p->s, p->unit, p->at))
    return p->at;
  const isnad_name_note *name = note_name_at(p->s, p->at);
  size_t end = name != NULL ? cited_behind_name(p, name, p->at) : cited_construct_end(p->s, p->unit, p->at);
  return end > p->at || p->class != CITED_BODY ? end : p->at + 1;
}

size_t cited_complement_end(const note_scan *s, const note_unit *unit, size_t first, size_t at, size_t limit) {
  cited_phrase p = {.s = s, .unit = unit, .first = first, .at = at, .limit = limit < unit->last ? limit : unit->last};
  if (at <= first || at > p.limit) return at;
  p.class = class_of(s, unit, first);
  if (p.class == CITED_OTHER) return at;
  enum { ALL = ~0, PEOPLE = 1 << CITED_PEOPLE | 1 << CITED_OFFICE, BODY = 1 << CITED_BODY, DOCUMENT = 1 << CITED_DOCUMENT };
  static const struct {
    size_t (*end)(cited_phrase *);
    int classes; /* bits of cited_class: whose phrases have such a part */
  } parts[] = {{about_end, ALL},
               {cited_several_end, PEOPLE},
               {cited_doubled_end, BODY},
               {open_end, PEOPLE | DOCUMENT},
               {cited_trade_end, PEOPLE},
               {cited_half_end, ALL},
               {cited_coupled_end, ALL},
               {cited_served_end, PEOPLE},
               {places_end, ALL},
               {owner_end, ALL},
               {belonging_end, ALL},
               {cited_others_end, ALL},
               {cited_issued_end, ALL},
               {cited_marked_name_end, ALL},
               {cited_adjectives_end, ALL},
               {cited_paper_end, DOCUMENT},
               {cited_engaged_end, PEOPLE | BODY},
               {cited_field_end, PEOPLE},
               {cited_plurals_end, PEOPLE},
               {cited_town_end, PEOPLE | BODY}};
  for (unsigned n = 0; n < MOST_PARTS && p.at < p.limit; n++) {
    size_t before = p.at;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0] && p.at == before; i++)
      if ((parts[i].classes & 1 << p.class) != 0) p.at = parts[i].end(&p);
    if (p.at == before) break;
  }
  return p.at;
}
