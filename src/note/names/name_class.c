/* What stands before a name and only says what it is: quotation marks and the noun outside them («the organisation "X"»), the noun of a firm or a
 * thing before a word that is a name alone ("the phone X"). They are no part of the name. */
#include "note/names/names.h"
#include "note/word.h"

#include "arabic/letters.h"

enum { RARE = 700, FURTHER = 3 };

static bool is_quote(const name_finder *f, const note_unit *u, size_t at) { return at < u->last && f->tokens[at].kind == ISNAD_TOKEN_QUOTE; }

/* The tokens [first, last) are the name now. */
static void narrow(const name_finder *f, found_name *name, size_t first, size_t last) {
  while (first + 1 < last && f->tokens[first].kind != ISNAD_TOKEN_WORD && f->tokens[first].kind != ISNAD_TOKEN_NUMBER) first++; /* "#" */
  name->first = (uint32_t)first;
  name->last = (uint32_t)last;
  name->cut = 0;
  name->words = (uint8_t)(last - first);
  name->span = (isnad_span){f->tokens[first].span.begin, f->tokens[last - 1].span.end};
}

/* The same, and the phrase is kept for those who read the sentence. */
static void leave_out(const name_finder *f, found_name *name, size_t first, size_t last) {
  name->whole = name->span;
  narrow(f, name, first, last);
}

/* The tokens are one noun that says what it is. */
static bool is_noun(const note_unit *u, size_t first, size_t last) {
  const isnad_phrase *head = note_hit_at(u, first, ISNAD_TABLE_ORG_HEADS);
  return last == first + 1 || (head != NULL && head->first + head->count >= last);
}

/* The name inside the marks, when they hold all that stands behind the noun. */
static bool take_marked(const name_finder *f, const note_unit *u, found_name *name) {
  size_t open = name->first + 1;
  while (open < name->last && !is_quote(f, u, open)) open++;
  if (open + 1 >= name->last) return false;
  size_t inner = open + 1; /* «the network "X" of news»: of a medium the adjective behind the marks is none of the name either */
  while (inner < name->last && !is_quote(f, u, inner)) inner++;
  if (name->type == ISNAD_NAME_OUTLET && inner > open + 1 && inner + 2 == name->last && name_is_definite(f, inner + 1)) {
    leave_out(f, name, open + 1, inner);
    return true;
  }
  size_t close = is_quote(f, u, name->last - 1) ? name->last - 1 : name->last;
  while (close < u->last && close < name->last + FURTHER && f->tokens[close].kind == ISNAD_TOKEN_WORD) close++; /* «the group "Lafarge | Holcim"» */
  bool glued = (f->tokens[open].flags & ISNAD_TOKEN_GLUED) != 0, opens = open + 1 < u->last && (f->tokens[open + 1].flags & ISNAD_TOKEN_GLUED) != 0;
  if (close <= open + 1 || !is_quote(f, u, close) || (glued && !opens)) return false;
  for (size_t at = open + 1; at < close; at++)
    if (is_quote(f, u, at)) return false;
  if (!is_noun(u, name->first, open)) { /* "the federation of football «FIFA»": its short form is a mention of its own */
    size_t first = name->first, cut = name->cut;
    isnad_span whole = name->span;
    narrow(f, name, first, open);
    name->cut = (uint8_t)cut;
    name->span.begin = whole.begin;
    return true;
  }
  leave_out(f, name, open + 1, close);
  name->whole.end = f->tokens[close].span.end;
  return true;
}

/* Whether a word is a name by itself: no word that the news often has. */
static bool is_bare_name(const name_finder *f, size_t at) { return !name_is_definite(f, at) && isnad_arabic_frequency(f->tokens[at].hash) < RARE; }

static void leave_noun(const name_finder *f, const note_unit *u, found_name *name) {
  const isnad_phrase *head = note_hit_at(u, name->first, ISNAD_TABLE_ORG_HEADS);
  if (head == NULL || head->count > 1 || head->first + 1 >= name->last || name_is_definite(f, name->first)) return;
  if (is_quote(f, u, name->first + 1)) return; /* «the group "X" of banking» */
  const isnad_org_heads_row *row = &isnad_org_heads_rows[head->row];
  bool thing = name->type == ISNAD_NAME_PRODUCT && row->type == ISNAD_ORG_HEADS_TYPE_PRODUCT;
  bool firm = name->type == ISNAD_NAME_ORGANIZATION && row->means == ISNAD_ORG_HEADS_MEANS_COMPANY && is_bare_name(f, name->first + 1);
  if (thing || firm) leave_out(f, name, name->first + 1, name->last);
}

void name_without_class(found_name *name, const name_finder *f, const note_unit *u) {
  if (name->form != ISNAD_FORM_NAME || name->type == ISNAD_NAME_PERSON || name->last < name->first + 2) return;
  if (!take_marked(f, u, name)) leave_noun(f, u, name);
}

/* "Amnesty International, | the rights body": behind an international body of the table adjectives that are of no place make no other body of it. */
static bool is_described_row(const name_finder *f, const note_unit *u, const found_name *table, const found_name *body) {
  const isnad_rule *rule = &table->rule;
  bool listed = !table->doubtful && table->first == body->first && table->last > table->first + 2 && table->last < body->last && rule->name == NULL &&
                rule->table == ISNAD_TABLE_ORGANIZATIONS;
  if (!listed || isnad_organizations_rows[rule->row].kind > ISNAD_ORGANIZATIONS_KIND_UNION ||
      isnad_organizations_rows[rule->row].kind < ISNAD_ORGANIZATIONS_KIND_INTERNATIONAL)
    return false;
  for (size_t at = table->last; at < body->last; at++) {
    bool ends = name_ends_with(f, at, LETTER_HEH) || name_ends_with(f, at, LETTER_YEH);
    if (!name_is_definite(f, at) || !ends || name_place_adjective(u, at) != NULL) return false;
  }
  return true;
}

/* "Hizbullah, | the Lebanese", "the Security Council | and the great powers": what only describes a group or company that bears a name, or is listed
 * behind a body of the table, makes no other name of it. */
static bool is_row_alone(const name_finder *f, const note_unit *u, const found_name *table, const found_name *body) {
  enum { MOST = 2 };
  bool listed = !table->doubtful && table->first == body->first && table->rule.name == NULL && table->rule.table == ISNAD_TABLE_ORGANIZATIONS;
  if (!listed || body->last <= table->last || table->last < table->first + 2) return false;
  const isnad_organizations_row *row = &isnad_organizations_rows[table->rule.row];
  bool of_states = row->kind >= ISNAD_ORGANIZATIONS_KIND_INTERNATIONAL && row->kind <= ISNAD_ORGANIZATIONS_KIND_UNION; /* no ministry of two fields */
  if (word_letter_at(name_form(f, table->last), 0, LETTER_WAW)) return of_states;
  bool bears = (name_bears_itself(row) && row->kind != ISNAD_ORGANIZATIONS_KIND_CLUB) ||
               (row->kind == ISNAD_ORGANIZATIONS_KIND_PARTY &&
                (!name_is_definite(f, table->first) || body->last == table->last + 1)); /* "the Democratic Party, | the American one" */
  isnad_slice whole = isnad_slice_at(f->s->page->text, body->span);
  if (!bears || body->last > table->last + MOST || isnad_slice_equal(whole, isnad_slice_of(row->name))) return false;
  for (size_t at = table->last; at < body->last; at++)
    if (name_place_adjective(u, at) == NULL && !name_ends_with(f, at, LETTER_YEH) && !name_ends_with(f, at, LETTER_HEH)) return false;
  return true;
}

bool name_is_row_alone(const name_finder *f, const note_unit *u, const found_name *table, const found_name *body) {
  return is_described_row(f, u, table, body) || is_row_alone(f, u, table, body);
}

/* "the company X", "the club X" in the table: X itself is read behind the head. */
bool name_is_behind_head(const name_finder *f, const note_unit *u, const isnad_phrase *hit) {
  size_t behind = hit->first + 1;
  if (hit->count > 1 && isnad_slice_equal(name_form(f, behind), isnad_slice_of("#"))) behind++;
  const isnad_phrase *inner = hit->count > 1 ? note_hit_at(u, behind, ISNAD_TABLE_ORGANIZATIONS) : NULL;
  size_t end = hit->first + hit->count;
  if (inner == NULL || inner->row != hit->row || inner->cut > 0) return false;
  if (inner->first + inner->count < end &&
      (name_is_definite(f, hit->first) || inner->first + inner->count + 1 != end || name_place_adjective(u, end - 1) == NULL))
    return false;
  const isnad_phrase *noun = note_hit_at(u, hit->first, ISNAD_TABLE_ORG_HEADS);
  bool party = noun != NULL && isnad_org_heads_rows[noun->row].means == ISNAD_ORG_HEADS_MEANS_PARTY;
  if (party && inner->count > 1 && name_place_adjective(u, end - 1) != NULL) return false; /* "the party of | the workers of Kurdistan" */
  bool head = noun != NULL || name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_GENERIC); /* "the team | X" */
  bool forces = name_has_role(u, hit->first, ISNAD_NAME_PARTS_ROLE_GENERIC) && inner->first + inner->count == end &&
                isnad_organizations_rows[hit->row].kind == ISNAD_ORGANIZATIONS_KIND_INTERNATIONAL; /* "the forces of | the Arab Coalition" */
  return forces || (head && name_bears_itself(&isnad_organizations_rows[hit->row]));
}
