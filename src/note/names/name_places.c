/* Places behind their head noun: the city of, the two provinces of, a list of towns. */
#include "note/names/names.h"

#include "note/word.h"

#include "arabic/forms.h"
#include "arabic/letters.h"

enum { MOST_LISTED = 12, SHAPE_WORD = -40, EVERYDAY = 20000 };

static bool begins_and(const name_finder *f, size_t at) {
  isnad_slice form = name_form(f, at);
  return form.length > 6 && (unsigned char)form.bytes[0] == (0xC0 | LETTER_WAW >> 6) && (unsigned char)form.bytes[1] == (0x80 | (LETTER_WAW & 0x3F));
}

/* Of the rows that share a spelling the one that fits the head: behind "sea of" a sea. */
static const isnad_phrase *of_kind(const note_unit *u, const isnad_phrase *place, isnad_place_heads_kind kind) {
  size_t count = 0;
  if (place == NULL || kind != ISNAD_PLACE_HEADS_KIND_WATER) return place;
  const isnad_phrase *hits = note_hits_at(u, place->first, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_PLACES && hits[i].cell != ISNAD_PLACES_CELL_ADJECTIVES &&
        isnad_places_rows[hits[i].row].kind == ISNAD_PLACES_KIND_SEA)
      return &hits[i];
  return place;
}

/* "The district of | al-Wahbiyya", "the camp of | al-Jalazun": a word with the article that the news has seldom, with it or without, and that no
 * table holds. */
static bool is_rare_with_article(const name_finder *f, const note_unit *u, size_t at) {
  enum { SELDOM = 300, ARTICLE = 4, SHORTEST = 10 };
  isnad_slice form = name_form(f, at), bare = {form.bytes + ARTICLE, form.length - ARTICLE};
  if (form.length < SHORTEST || !word_begins(form, LETTER_ALEF, LETTER_LAM) || word_letter_at(bare, 0, LETTER_MEEM)) return false;
  if (word_ends_in(form, LETTER_ALEF, LETTER_TEH) || !name_is_unknown(f, u, at)) return false;
  return isnad_arabic_frequency(f->tokens[at].hash) < SELDOM && isnad_arabic_frequency(isnad_token_hash(bare)) < SELDOM;
}

/* What tells where something lies: "in", "west of", "in the province of", "capital of". */
static bool tells_where(const note_unit *u, size_t at) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_PLACE_HEADS), *place = name_place(u, at);
  bool capital = head != NULL && isnad_place_heads_rows[head->row].kind == ISNAD_PLACE_HEADS_KIND_CITY;
  return name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_WHERE) || (head != NULL && (head->cut > 0 || capital)) || (place != NULL && place->cut > 0);
}

/* "The town of | al-Hari | in the east of", "the quarter of | al-Rimal | west of": a word with the article before what tells where it lies. Behind a
 * province one that no table holds and that the news has not often; a town may be called by a word of every day. */
static bool is_located(const name_finder *f, const note_unit *u, size_t at, isnad_place_heads_kind kind) {
  enum { SELDOM = 700, OFTEN = 9000, SHORTEST = 10, OTHER = 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_ORG_HEADS | 1u << ISNAD_TABLE_STOPS };
  size_t count = 0, next = at + 1;
  isnad_slice form = name_form(f, at);
  bool city = kind == ISNAD_PLACE_HEADS_KIND_CITY, settled = city || kind == ISNAD_PLACE_HEADS_KIND_REGION;
  if (!settled || form.length < SHORTEST || !word_begins(form, LETTER_ALEF, LETTER_LAM) || !name_word_at(f, u, next)) return false;
  note_hits_at(u, at, &count);
  bool plural = word_ends_in(form, LETTER_ALEF, LETTER_TEH);
  if (city ? name_has_table(u, at, OTHER) || name_place_adjective(u, at) != NULL : count > 0 || plural) return false;
  return isnad_arabic_frequency(f->tokens[at].hash) < (city ? OFTEN : SELDOM) && tells_where(u, next);
}

/* "The district of | Jabal Ras", "the quarter of | Bab Doukkala": a place called after a piece of nature or a gate, by its noun and a word that is
 * none of every day. Where it ends; `at`: none. */
static size_t headed_end(const name_finder *f, const note_unit *u, size_t at, isnad_place_heads_kind kind) {
  enum { SELDOM = 5000 };
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_PLACE_HEADS);
  size_t next = at + 1;
  bool administrative = kind == ISNAD_PLACE_HEADS_KIND_REGION || kind == ISNAD_PLACE_HEADS_KIND_CITY;
  bool begins = administrative && name_has_role(u, at, ISNAD_NAME_PARTS_ROLE_TOPONYM);
  if (begins && name_word_at(f, u, next) && !name_is_wall(f, u, next) && !note_has_hit(u, next, ISNAD_TABLE_TITLES)) return next + 1;
  if (!administrative || head == NULL || head->cut > 0 || head->count > 1 || !name_word_at(f, u, next) || name_is_wall(f, u, next)) return at;
  const isnad_place_heads_row *row = &isnad_place_heads_rows[head->row];
  bool nature = row->kind == ISNAD_PLACE_HEADS_KIND_LAND || row->kind == ISNAD_PLACE_HEADS_KIND_WATER;
  bool rare = isnad_arabic_frequency(f->tokens[next].hash) < SELDOM && isnad_arabic_proclitics(name_form(f, next)) == 0;
  bool adjective = name_place_adjective(u, next) != NULL || note_has_hit(u, next, ISNAD_TABLE_TITLES);
  return nature && row->number == ISNAD_PLACE_HEADS_NUMBER_S && rare && !adjective ? next + 1 : at;
}

/* "The region of | Valais,": letters that the news never had, where the phrase ends or is told where it lies; no dual, nothing of somebody's. */
static bool is_unheard(const name_finder *f, const note_unit *u, size_t at, isnad_place_heads_kind kind) {
  isnad_slice form = name_form(f, at);
  bool settled = kind == ISNAD_PLACE_HEADS_KIND_CITY || kind == ISNAD_PLACE_HEADS_KIND_REGION;
  if (!settled || note_count(u, at) > 0 || begins_and(f, at) || isnad_arabic_proclitics(form) > 0 || name_is_definite(f, at)) return false;
  if (word_ends(form, LETTER_NOON) || word_ends(form, LETTER_ALEF) || word_ends(form, LETTER_MEEM)) return false;
  size_t next = at + 1;
  return next >= u->last || (f->tokens[next].kind == ISNAD_TOKEN_WORD ? tells_where(u, next) : f->tokens[next].kind == ISNAD_TOKEN_PUNCT);
}

/* One place at `at`: what the tables hold, or up to two words nobody knows. Returns the token behind it. */
static size_t one_place(found_name *out, const name_finder *f, const note_unit *u, size_t at, bool first, isnad_place_heads_kind kind) {
  const isnad_phrase *place = of_kind(u, name_place(u, at), kind), *somebody = place == NULL ? note_hit_at(u, at, ISNAD_TABLE_PEOPLE) : NULL;
  *out = (found_name){.first = (uint32_t)at, .type = ISNAD_NAME_PLACE, .entity = NO_ENTITY};
  bool everyday =
      place != NULL && isnad_places_rows[place->row].common == ISNAD_PLACES_COMMON_YES && isnad_arabic_frequency(f->tokens[at].hash) > EVERYDAY;
  bool head = kind != ISNAD_PLACE_HEADS_KIND_CITY && kind != ISNAD_PLACE_HEADS_KIND_REGION; /* "the head of | Jumblatt" */
  if (everyday || (head && somebody != NULL && somebody->cut == 0 && somebody->cell == ISNAD_PEOPLE_CELL_SHORT_FORMS)) return at;
  if (place != NULL && (place->cut == 0 || !first)) {
    bool other = kind == ISNAD_PLACE_HEADS_KIND_WATER && isnad_places_rows[place->row].kind != ISNAD_PLACES_KIND_SEA;
    out->span = place->span;
    out->cut = place->cut;
    out->rule = (isnad_rule){NULL, ISNAD_TABLE_PLACES, place->row};
    if (other) return place->first + place->count; /* the sea of a land is not the land */
    out->id = isnad_slice_of(isnad_places_rows[place->row].id);
    out->canonical = isnad_slice_of(isnad_places_rows[place->row].name);
    return place->first + place->count;
  }
  size_t inner = first ? headed_end(f, u, at, kind) : at;
  if (inner > at) {
    out->rule = (isnad_rule){"place-head", ISNAD_TABLE_OUTLETS, 0};
    out->span = (isnad_span){f->tokens[at].span.begin, f->tokens[inner - 1].span.end};
    return inner;
  }
  size_t cut = 0, end = at;
  isnad_slice form = name_word_at(f, u, at) ? name_form(f, at) : (isnad_slice){"", 0};
  if (form.length == 0 || name_is_wall(f, u, at)) return at;
  if (!first && begins_and(f, at)) cut = 2;
  bool descent = first && (is_rare_with_article(f, u, at) || is_located(f, u, at, kind));
  bool unheard = first && is_unheard(f, u, at, kind);
  if (!descent && !unheard && name_shape((isnad_slice){form.bytes + cut, form.length - cut}) < SHAPE_WORD) return at;
  isnad_slice rest = {form.bytes + 2, form.length - 2}; /* "the town of | Valence": what looks like a proclitic stands before no word */
  bool whole = first && kind == ISNAD_PLACE_HEADS_KIND_CITY && form.length >= 10 && isnad_arabic_frequency(isnad_token_hash(rest)) == 0 &&
               isnad_arabic_frequency(f->tokens[at].hash) < 700 && !begins_and(f, at) && !note_has_hit(u, at, ISNAD_TABLE_STOPS);
  bool unknown = whole || descent || name_is_unknown(f, u, at) || name_is_familiar(f, u, at) ||
                 (cut > 0 && form.length >= 8 && isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes + cut, form.length - cut})) < 700);
  bool adjective = name_is_definite(f, at) && name_ends_with(f, at, LETTER_HEH) && isnad_arabic_frequency(f->tokens[at].hash) >= 400;
  if (!unknown || adjective) return at;
  end = at + 1;
  size_t next = name_next(f, u, at);
  if (next < u->last && !begins_and(f, next) && name_is_unknown(f, u, next) && !name_is_definite(f, next) && name_shape(name_form(f, next)) > 0)
    end = next + 1;
  out->cut = (uint8_t)cut;
  out->rule = (isnad_rule){"place-head", ISNAD_TABLE_OUTLETS, 0};
  out->span = (isnad_span){cut > 0 ? isnad_token_source(&f->s->page->tokens, at, cut) : f->tokens[at].span.begin, f->tokens[end - 1].span.end};
  return end;
}

/* Behind a comma, or with "and" written on it, one more place of the list. */
static size_t next_listed(const name_finder *f, const note_unit *u, size_t at) {
  if (at < u->last && f->tokens[at].kind == ISNAD_TOKEN_PUNCT && at + 1 < u->last && f->tokens[at + 1].kind == ISNAD_TOKEN_WORD) {
    return begins_and(f, at + 1) || name_place(u, at + 1) != NULL ? at + 1 : u->last;
  }
  return name_word_at(f, u, at) && begins_and(f, at) ? at : u->last;
}

static size_t list_places(name_finder *f, const note_unit *u, size_t at, unsigned most, isnad_place_heads_kind kind) {
  size_t behind = at;
  for (unsigned i = 0; i < most && at < u->last; i++) {
    found_name place;
    size_t end = one_place(&place, f, u, at, i == 0, kind);
    if (end == at) break;
    place.last = (uint32_t)end;
    place.words = (uint8_t)(end - at);
    name_add(f, u, &place);
    behind = end;
    at = next_listed(f, u, end);
  }
  return behind;
}

static size_t count_hamzas(isnad_slice word) {
  size_t count = 0;
  for (size_t at = 0; at < word.length; at++) count += letter_is(word, at, LETTER_ALEF_HAMZA_ABOVE);
  return count;
}

/* "And performed" is not "the valley of", nor "he gave" a gift: folding takes a hamza off that the head does not have. */
static bool is_other_word(const name_finder *f, const isnad_phrase *head) {
  isnad_span span = {head->span.begin, f->tokens[head->first].span.end};
  const char *phrase = isnad_place_heads_rows[head->row].phrase;
  return count_hamzas(isnad_slice_at(f->s->page->text, span)) > count_hamzas((isnad_slice){phrase, strcspn(phrase, " ")});
}

/* "The village «X»": what stands in marks behind the head of a town. Adds it, and returns the token behind the closing mark; `at` when there is none.
 */
static size_t marked_place(name_finder *f, const note_unit *u, size_t at, isnad_place_heads_kind kind) {
  enum { MOST = 3, WORD = 5000 };
  size_t first = at + 1, last = first;
  if (at >= u->last || f->tokens[at].kind != ISNAD_TOKEN_QUOTE || note_has_hit(u, at - 1, ISNAD_TABLE_HEADS)) return at; /* a channel */
  while (last < u->last && last < first + MOST && f->tokens[last].kind == ISNAD_TOKEN_WORD) last++;
  if (last == first || last >= u->last || f->tokens[last].kind != ISNAD_TOKEN_QUOTE) return at;
  found_name place = {.first = (uint32_t)first, .last = (uint32_t)last, .type = ISNAD_NAME_PLACE, .entity = NO_ENTITY};
  const isnad_phrase *known = name_place(u, first);
  bool word = (kind != ISNAD_PLACE_HEADS_KIND_CITY && isnad_arabic_frequency(f->tokens[first].hash) > WORD) ||
              name_bears_tanwin(f, first); /* the area of "lowering" */
  if (word && (known == NULL || known->cut > 0)) return at;
  place.span = (isnad_span){f->tokens[first].span.begin, f->tokens[last - 1].span.end};
  place.words = (uint8_t)(last - first);
  place.rule = (isnad_rule){"place-head", ISNAD_TABLE_OUTLETS, 0};
  if (known != NULL && known->cut == 0 && known->first + known->count == last) {
    place.id = isnad_slice_of(isnad_places_rows[known->row].id);
    place.canonical = isnad_slice_of(isnad_places_rows[known->row].name);
  }
  name_add(f, u, &place);
  return last + 1;
}

size_t name_places_behind(name_finder *f, const note_unit *u, size_t at, size_t least) {
  const isnad_phrase *head = note_hit_at(u, at, ISNAD_TABLE_PLACE_HEADS);
  if (head == NULL || is_other_word(f, head) || (head->count == 1 && name_is_whole_word(f, at, head->cut))) return at;
  const isnad_place_heads_row *row = &isnad_place_heads_rows[head->row];
  size_t start = head->first + head->count;
  if (row->number != ISNAD_PLACE_HEADS_NUMBER_S) {
    size_t end = list_places(f, u, start, row->number == ISNAD_PLACE_HEADS_NUMBER_D ? 2 : MOST_LISTED, row->kind);
    return end == start ? at : end;
  }
  size_t marked = row->number == ISNAD_PLACE_HEADS_NUMBER_S && head->count == 1 ? marked_place(f, u, start, row->kind) : start;
  if (marked > start) return marked;
  found_name place;
  size_t end = one_place(&place, f, u, start, true, row->kind);
  if (end == start || end <= least) return at;
  place.last = (uint32_t)end;
  if (row->keep == ISNAD_PLACE_HEADS_KEEP_YES) {
    place.first = (uint32_t)at;
    place.span.begin = head->span.begin;
    place.cut = head->cut;
  }
  place.words = (uint8_t)(place.last - place.first);
  name_add(f, u, &place);
  return end;
}
