/* What unnamed people and bodies are besides: the field they know, what they are concerned with, several adjectives in the plural. */
#include "note/names/names.h"
#include "note/sources/citation_part.h"

/* A clause of what is said, or a mark, at a token: the phrase before it is at its end. */
static bool ends_phrase(const cited_phrase *p, size_t at) {
  if (at >= p->limit || cited_token(p->s, at)->kind == ISNAD_TOKEN_PUNCT) return true;
  bool from = note_has_word(p->unit, at, ISNAD_QUOTE_WORDS_ROLE_OF); /* "warned | of that" */
  size_t that = at + (from && at + 1 < p->limit);
  return note_has_word(p->unit, that, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

static bool is_plural_adjective(const cited_phrase *p, size_t at) {
  if (at >= p->limit || !cited_is_word(p->s, p->unit, at) || cited_ends_name(p->unit, at)) return false;
  isnad_slice form = cited_form(p->s, at), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  bool linked = word_letter_at(form, 0, LETTER_WAW) && word_begins(rest, LETTER_ALEF, LETTER_LAM);
  bool plural = word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON);
  const isnad_phrase *title = note_hit_at(p->unit, at, ISNAD_TABLE_TITLES);
  bool office = title != NULL && isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_PROFESSION; /* "politicians" is an adjective too */
  return plural && (linked || note_is_definite(p->s, p->unit, at)) && !note_has_hit(p->unit, at, ISNAD_TABLE_HEADS) && !office;
}

size_t cited_plurals_end(cited_phrase *p) {
  bool people = p->class == CITED_PEOPLE || p->class == CITED_OFFICE;
  isnad_slice form = cited_form(p->s, p->first);
  bool plural = word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON);
  bool opens = plural && p->at == p->first + 1, goes_on = p->at > p->first + 1 && is_plural_adjective(p, p->at - 1);
  if (!people || (!opens && !goes_on) || !note_is_definite(p->s, p->unit, p->first)) return p->at;
  size_t end = p->at;
  while (is_plural_adjective(p, end)) end++;
  return end;
}

/* Ba with a noun, or a preposition with one, as the adjective before it takes them. */
static size_t complement_begin(const cited_phrase *p) {
  if (cited_begins_with_ba(p->s, p->at) || word_letter_at(cited_form(p->s, p->at), 0, LETTER_LAM)) return p->at;
  bool in = note_has_word(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_IN) || note_has_word(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) ||
            note_has_word(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_ON);
  return in && p->at + 1 < p->limit && cited_is_word(p->s, p->unit, p->at + 1) ? p->at + 1 : p->limit;
}

static size_t engaged_end(cited_phrase *p) {
  enum { MOST = 3 };
  if (p->at >= p->limit || p->at < p->first + 2 || !cited_is_word(p->s, p->unit, p->at) ||
      !note_has_word(p->unit, p->at - 1, ISNAD_QUOTE_WORDS_ROLE_ENGAGED))
    return p->at;
  size_t begin = complement_begin(p), end = begin;
  if (begin >= p->limit) return p->at;
  size_t member = cited_member_end(p, begin);
  if (member > begin) return member;
  if (begin == p->at && cited_swallows(p)) return cited_adjectives_behind(p, begin + 1);
  while (end < p->limit && end < begin + MOST && cited_is_word(p->s, p->unit, end) && (end == begin || !cited_ends_name(p->unit, end))) {
    isnad_slice form = cited_form(p->s, end), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
    end++;
    if (note_is_definite(p->s, p->unit, end - 1) || (end - 1 == begin && word_begins(rest, LETTER_ALEF, LETTER_LAM))) break;
  }
  if (end < p->limit && cited_is_mark(p->s, end, "#")) return cited_tag_end(p->s, p->unit, end);
  return cited_adjectives_behind(p, end);
}

size_t cited_engaged_end(cited_phrase *p) {
  size_t end = engaged_end(p);
  if (end > p->at || p->at + 1 >= p->limit || !cited_is_word(p->s, p->unit, p->at)) return end;
  const isnad_phrase *engaged = note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_ENGAGED); /* "the forces | loyal to the government" */
  bool agrees = engaged != NULL && engaged->cut == 0 && engaged->count == 1 && note_is_definite(p->s, p->unit, p->at) &&
                note_is_definite(p->s, p->unit, p->at - 1);
  if (!agrees) return end;
  cited_phrase behind = *p;
  behind.at++;
  end = engaged_end(&behind);
  return end > behind.at ? end : p->at;
}

/* "In | space": a field in which they are at home, before what they say. */
static size_t field_in(cited_phrase *p) {
  const isnad_phrase *in = note_word_at(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_IN);
  size_t end = p->at + 1;
  if (in == NULL || in->cut > 0 || in->count > 1 || end >= p->limit || !cited_is_word(p->s, p->unit, end)) return p->at;
  bool venue = note_has_word(p->unit, end, ISNAD_QUOTE_WORDS_ROLE_VENUE) || note_has_hit(p->unit, end, ISNAD_TABLE_TIME_WORDS) ||
               note_has_hit(p->unit, end, ISNAD_TABLE_MONTHS);
  if (venue) return p->at;
  while (end < p->limit && end < p->at + 3 && cited_is_word(p->s, p->unit, end) && !note_is_definite(p->s, p->unit, end) &&
         !cited_ends_name(p->unit, end))
    end++;
  if (end >= p->limit || !note_is_definite(p->s, p->unit, end)) return p->at;
  end = cited_adjectives_behind(p, end + 1);
  bool within =
      end < p->limit && cited_begins_with_ba(p->s, end) && cited_member_end(p, end) > end; /* "in the rights of man | at the United Nations" */
  bool from = note_has_word(p->unit, end, ISNAD_QUOTE_WORDS_ROLE_OF);                      /* "warned | of" */
  return within || from || ends_phrase(p, end) ? end : p->at;
}

/* "Experts of | weather": a broken plural without its article, what they are expert of, and its adjective, before what they say. */
static size_t field_of(const cited_phrase *p) {
  isnad_slice form = cited_form(p->s, p->first), field = cited_form(p->s, p->at);
  if (word_ends_in(form, LETTER_WAW, LETTER_NOON) || word_ends_in(form, LETTER_YEH, LETTER_NOON)) return p->at;
  if (note_is_definite(p->s, p->unit, p->at) || cited_ends_name(p->unit, p->at) || word_ends(field, LETTER_ALEF) ||
      cited_begins_with_ba(p->s, p->at) || cited_has_lam(p->s, p->at) || note_has_word(p->unit, p->at, ISNAD_QUOTE_WORDS_ROLE_OBJECT))
    return p->at;
  size_t end = p->at + 1;
  bool described = end < p->limit && cited_is_word(p->s, p->unit, end) && !note_is_definite(p->s, p->unit, end) &&
                   cited_adjective_at(p->s, end) != CITED_NO_ADJECTIVE && !cited_ends_name(p->unit, end);
  if (described) end++;
  bool from = described && note_has_word(p->unit, end, ISNAD_QUOTE_WORDS_ROLE_OF); /* "warned | of" */
  return from || ends_phrase(p, end) ? end : p->at;
}

bool cited_is_unnamed(const cited_phrase *p) {
  const isnad_phrase *head = note_hit_at(p->unit, p->first, ISNAD_TABLE_HEADS);
  bool unnamed = head != NULL && head->count == 1 && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS;
  return p->class == CITED_PEOPLE || (p->class == CITED_OFFICE && unnamed);
}

/* "The government of the town of | X": a name that no table knows behind the noun of a town. */
size_t cited_town_end(cited_phrase *p) {
  const isnad_phrase *town = note_hit_at(p->unit, p->at - 1, ISNAD_TABLE_PLACE_HEADS);
  if (town == NULL || town->cut > 0 || p->at < p->first + 2 || note_is_definite(p->s, p->unit, p->at - 1) || p->at >= p->limit ||
      !cited_is_word(p->s, p->unit, p->at) || cited_ends_name(p->unit, p->at))
    return p->at;
  return name_shape(cited_form(p->s, p->at)) > 0 ? p->at + 1 : p->at;
}

size_t cited_field_end(cited_phrase *p) {
  bool bare = cited_is_unnamed(p) && p->at == p->first + 1 && !note_is_definite(p->s, p->unit, p->first);
  if (!bare || p->at >= p->limit || !cited_is_word(p->s, p->unit, p->at)) return p->at;
  size_t end = field_in(p);
  return end > p->at ? end : field_of(p);
}
