/* Who stands behind a verb and is its object, not the one who speaks: accused, judged, called upon, sent out, spoken to. */
#include "note/sources/citation.h"

static bool is_medium(isnad_source_kind kind) {
  return kind == ISNAD_SOURCE_AGENCY || kind == ISNAD_SOURCE_OUTLET || kind == ISNAD_SOURCE_SOCIAL || kind == ISNAD_SOURCE_FOOTAGE;
}

/* "Aired | the news": an outlet of one everyday word behind a masculine verb is the word, unless the verb goes on as carriers' do. */
static bool is_everyday_object(const note_unit *unit, const cited *found, bool feminine) {
  const isnad_rule *rule = &found->named.rule;
  if (rule->table != ISNAD_TABLE_OUTLETS || found->last != found->first + 1) return false;
  const isnad_phrase *verb = found->first > unit->first ? note_hit_at(unit, found->first - 1, ISNAD_TABLE_VERBS) : NULL;
  bool told = verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_TELLS; /* "I told | the world" */
  if (told && isnad_outlets_rows[rule->row].common == ISNAD_OUTLETS_COMMON_YES) return true;
  const isnad_phrase *carrier = note_hit_at(unit, found->last, ISNAD_TABLE_HEADS);
  bool carried =
      carrier != NULL && carrier->cut == 0 && isnad_heads_rows[carrier->row].kind <= ISNAD_HEADS_KIND_OUTLET; /* "relayed | the news | papers" */
  if (carried && isnad_outlets_rows[rule->row].common == ISNAD_OUTLETS_COMMON_YES) return true;
  if (feminine) return false;
  return isnad_outlets_rows[rule->row].common == ISNAD_OUTLETS_COMMON_YES && !note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_ABOUT) &&
         !note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_THAT);
}

/* "Urged the army to": a verb in the feminine has no masculine subject behind it, and this one takes somebody as its object. */
static bool is_masculine_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  bool account =
      found->kind == ISNAD_SOURCE_SOCIAL && found->named.rule.table == ISNAD_TABLE_HEADS && found->first == trigger->first + trigger->count;
  if (account && cited_is_masculine(s, found->first)) return true; /* "Kuwait decrees | the application of a tax" */
  bool paper = found->kind == ISNAD_SOURCE_DOCUMENT && trigger->first + trigger->count == found->first; /* "she described | the decision" */
  if (paper && note_has_word(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE)) return true;
  if (verb == NULL || !note_is_definite(s, unit, found->first)) return false;
  isnad_verbs_also also = isnad_verbs_rows[verb->row].also;
  bool takes = also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_OBJECT_BI || also == ISNAD_VERBS_ALSO_OBJECT_ALA ||
               also == ISNAD_VERBS_ALSO_OBJECT_ILA;
  return takes && note_has_word(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE);
}

/* "Tweets that call | the channels | to boycott": behind a relative the one whom a verb calls upon to something is its object. */
static bool is_called_upon(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL || isnad_verbs_rows[verb->row].also != ISNAD_VERBS_ALSO_ILA || isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_DEMANDS)
    return false;
  return trigger->first > unit->first && note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE) &&
         note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_TO);
}

static bool begins_with_ba(const note_scan *s, size_t at) {
  isnad_slice form = cited_form(s, at);
  return word_letter_at(form, 0, LETTER_BEH) && isnad_arabic_proclitics(form) >= WORD_LETTER;
}

bool cited_accused_ends(const note_scan *s, const note_unit *unit, size_t at) {
  enum { LONGEST = 14 };
  if (!cited_is_word(s, unit, at)) return false;
  if (begins_with_ba(s, at)) return true;
  if (!note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false;
  for (size_t i = at + 2; i < unit->last && i < at + LONGEST && cited_is_word(s, unit, i); i++) {
    if (note_has_word(unit, i, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
    if (begins_with_ba(s, i)) return !note_is_definite(s, unit, i - 1); /* a definite noun there is whom the subject accuses */
  }
  return false;
}

bool cited_is_accused(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  return verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_ACCUSES && cited_accused_ends(s, unit, found->last);
}

/* "Regarded the decision as an escalation", "rejected the report": a document behind a verb that takes things is one, unless "that" or a colon
 * tells what it says. */
static bool is_judged(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 5 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  bool as = cited_is_word(s, unit, found->last) && begins_with_ba(s, found->last);
  bool describes = verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_DESCRIBES;
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  bool whole = head == NULL || found->last == head->first + head->count || found->kind == ISNAD_SOURCE_DOCUMENT; /* "the paper | the plan | as" */
  if (describes && as && whole && found->kind != ISNAD_SOURCE_OFFICIAL) return true;                             /* "described the decision | as" */
  if (found->kind != ISNAD_SOURCE_DOCUMENT) return false;
  if (trigger->count > 1 && note_has_word(unit, trigger->first + trigger->count - 1, ISNAD_QUOTE_WORDS_ROLE_ON))
    return true; /* "commented on | the decision" */
  if (verb == NULL) return false;
  switch (isnad_verbs_rows[verb->row].force) {
  case ISNAD_VERBS_FORCE_BELIEVES:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_REJECTS:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_WELCOMES:
  case ISNAD_VERBS_FORCE_SUPPORTS:
    break;
  default:
    return false;
  }
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++)
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE) return false;
  return true;
}

/* "Told the deputies": behind "to" only a medium is where something was said. */
static bool is_addressee(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  const isnad_phrase *press = note_word_at(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_PRESS);
  bool to = trigger->first + trigger->count == found->first && head != NULL && head->cut > 0;
  bool noun = found->kind == ISNAD_SOURCE_SOCIAL && found->named.rule.table == ISNAD_TABLE_HEADS && found->named.id.length == 0;
  return to &&
         (!is_medium(found->kind) || noun || (press != NULL && press->cut > 0 && found->last == found->first + press->count)); /* "told the press" */
}

/* A verb in the masculine has no feminine noun right behind it as its subject. */
static bool is_feminine_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  bool named = is_medium(found->kind) && found->named.rule.table != ISNAD_TABLE_HEADS; /* "the broadcast of | the channel" is a noun all the same */
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  if (trigger->first + trigger->count != found->first || named) return false;
  if (is_medium(found->kind) && (trigger->count > 1 || head == NULL || head->cut > 0))
    return false; /* "that came in | a post", "said to | the agency" */
  if (head != NULL && head->count > 1 && isnad_heads_rows[head->row].kind >= ISNAD_HEADS_KIND_ANONYMOUS) return false; /* "three | officials" */
  isnad_slice word = isnad_slice_at(s->page->text, cited_token(s, found->first)->span);
  const isnad_phrase *title = note_hit_at(unit, found->first, ISNAD_TABLE_TITLES);
  return word_ends(word, LETTER_TEH_MARBUTA) && !note_has_word(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE) &&
         (title == NULL || (isnad_titles_rows[title->row].gender == ISNAD_TITLES_GENDER_F && found->kind == ISNAD_SOURCE_ANONYMOUS));
}

/* "YouTube offers", "Twitter relied on": a platform is no carrier, as a medium is; what it does it does as a company. */
static bool is_platform_act(const isnad_triggers_row *row, const cited *found) {
  bool platform = found->kind == ISNAD_SOURCE_SOCIAL && found->named.rule.table == ISNAD_TABLE_OUTLETS;
  return platform && (row->force == ISNAD_TRIGGERS_FORCE_CARRIES || row->force == ISNAD_TRIGGERS_FORCE_SHOWS);
}

/* "Threatens the media": they are plural, and the verb before them would be feminine. Behind a preposition they are spoken to. */
static bool is_media_object(const note_unit *unit, const cited *found) {
  const isnad_phrase *media = note_word_at(unit, found->first, ISNAD_QUOTE_WORDS_ROLE_FEMININE);
  return media != NULL && media->cut == 0;
}

/* "The union published | more than a hundred observers", "the army | defence systems": people and weapons are sent out, words are published. */
static bool is_sending(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 3, TOLD = 3 };
  if (!note_has_word(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES) || found->kind != ISNAD_SOURCE_OFFICIAL) return false;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++) {
    isnad_token_kind kind = (isnad_token_kind)cited_token(s, at)->kind;
    bool told = note_tells_before(unit, at + TOLD < unit->last ? at + TOLD : unit->last, TOLD);
    if (kind == ISNAD_TOKEN_NUMBER) return !told;
    if (kind == ISNAD_TOKEN_WORD && at > found->last && note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_OF)) continue; /* "more than" */
    if (kind != ISNAD_TOKEN_WORD || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION)) return false;
    const isnad_phrase *sent = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS);
    if (at > found->last || sent == NULL || sent->cut > 0 || note_has_hit(unit, at, ISNAD_TABLE_HEADS)) continue;
    isnad_org_heads_type type = isnad_org_heads_rows[sent->row].type;
    return !told && (type == ISNAD_ORG_HEADS_TYPE_ORGANIZATION || type == ISNAD_ORG_HEADS_TYPE_PRODUCT);
  }
  return false;
}

/* "Described | the protesters as": a sound plural in the oblique case is no subject, with its nun or in construct. */
static bool is_oblique(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  bool people = found->kind == ISNAD_SOURCE_ANONYMOUS || found->kind == ISNAD_SOURCE_OFFICIAL;
  if (!people || head == NULL || head->count > 1 || trigger->first + trigger->count != found->first) return false;
  isnad_heads_kind kind = isnad_heads_rows[head->row].kind;
  bool construct = isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF && word_ends(cited_form(s, found->first), LETTER_YEH) &&
                   !word_ends(isnad_slice_at(s->page->text, cited_token(s, found->first)->span), LETTER_ALEF_MAKSURA);
  if (construct) return kind == ISNAD_HEADS_KIND_ANONYMOUS || kind == ISNAD_HEADS_KIND_UNNAMED; /* "told | the officials of the match" */
  return (kind == ISNAD_HEADS_KIND_ANONYMOUS || kind == ISNAD_HEADS_KIND_UNNAMED) &&
         word_ends_in(cited_form(s, found->first), LETTER_YEH, LETTER_NOON);
}

bool cited_wants_on(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 40 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL || isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_SETS || isnad_verbs_rows[verb->row].also != ISNAD_VERBS_ALSO_ALA)
    return false;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR && !cited_is_mark(s, at, "."); at++)
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ON) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  return true;
}

/* "Tightened | the penalties", written like "stressed", which takes "on" or "that". */
bool cited_tightens(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 8 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL || isnad_verbs_rows[verb->row].also != ISNAD_VERBS_ALSO_ALA || isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_CONFIRMS)
    return false;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++)
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ON) || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
        cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE || cited_is_mark(s, at, ":"))
      return false;
  return true;
}

bool cited_is_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  isnad_slice verb = cited_form(s, trigger->first + trigger->count - 1), noun = cited_form(s, found->first);
  bool feminine = word_ends(verb, LETTER_TEH) || word_letter_at(verb, trigger->count > 1 ? 0 : trigger->cut, LETTER_TEH);
  if (!feminine && is_feminine_object(s, unit, trigger, found)) return true;
  if (feminine && is_masculine_object(s, unit, trigger, found)) return true;
  if (is_oblique(s, unit, trigger, found) || is_addressee(unit, trigger, found) || cited_is_accused(s, unit, trigger, found) ||
      is_called_upon(unit, trigger, found) || is_judged(s, unit, trigger, found) || is_everyday_object(unit, found, feminine))
    return true;
  bool things = found->kind == ISNAD_SOURCE_ANONYMOUS && word_ends_in(noun, LETTER_ALEF, LETTER_TEH);
  if (things && note_has_word(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES)) return true; /* "published | rumours" */
  if (is_platform_act(cited_trigger(trigger), found) || is_sending(s, unit, trigger, found)) return true;
  return !feminine && (word_ends_in(noun, LETTER_ALEF, LETTER_TEH) ||
                       is_media_object(unit, found)); /* "the broadcast of channels": a noun, for the verb would be feminine */
}

static void reach(const note_scan *s, cited *found, size_t last) {
  found->last = last;
  found->named.span.end = cited_token(s, last - 1)->span.end;
  found->named.name = note_name_text(s, found->named.span);
}

/* "The study revealed | the tie between": behind a definite document a definite word is its object where a preposition or a mark is all that
 * follows. */
static bool reveals_it(const note_scan *s, const note_unit *unit, const isnad_phrase *verb, const cited *found) {
  isnad_verbs_force force = isnad_verbs_rows[verb->row].force;
  bool reveals = (force == ISNAD_VERBS_FORCE_REVEALS && found->kind == ISNAD_SOURCE_DOCUMENT) ||
                 (force == ISNAD_VERBS_FORCE_SHOWS && found->kind == ISNAD_SOURCE_FOOTAGE);
  if (!reveals || found->last != found->first + 2 || !note_is_definite(s, unit, found->first) || found->last >= unit->last) return false;
  if (note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_ABOUT) || note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  bool while_it = cited_is_word(s, unit, found->last) && word_letter_at(cited_form(s, found->last), 0, LETTER_WAW); /* "the girl | as she" */
  return while_it || note_has_word(unit, found->last, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || cited_is_mark(s, found->last, ".");
}

void cited_leave_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, cited *found) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS), *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  if (verb == NULL || head == NULL || found->named.id.length > 0) return;
  bool told = isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_TELLS && found->kind == ISNAD_SOURCE_ANONYMOUS &&
              found->last > found->first + head->count && note_has_hit(unit, found->last - 1, ISNAD_TABLE_OUTLETS);
  if (told) { /* "sources told | Reuters" */
    reach(s, found, found->first + head->count);
    return;
  }
  if (reveals_it(s, unit, verb, found)) reach(s, found, found->last - 1);
  if (isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_DESCRIBES) return;
  bool as = cited_is_word(s, unit, found->last) && word_letter_at(cited_form(s, found->last), 0, LETTER_BEH);
  if (as && found->last > found->first + head->count + 1 && note_is_definite(s, unit, found->last - 1) &&
      !note_has_hit(unit, found->last - 1, ISNAD_TABLE_PLACES)) { /* "the German papers described | the defeat | as" */
    reach(s, found, found->last - 1);
    return;
  }
  size_t next = found->first + head->count;
  if (!note_is_definite(s, unit, found->first) || found->last != next + 1 || note_has_hit(unit, next, ISNAD_TABLE_PLACES)) return;
  reach(s, found, next);
}
