/* Which document types mean quirks mode (WHATWG HTML 13.2.6.4.1): there a table does not end a paragraph. */
#include "html/build.h"

static const char *const begins[] = {"+//silmaril//dtd html pro v0r11 19970101//",
                                     "-//as//dtd html 3.0 aswedit + extensions//",
                                     "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
                                     "-//ietf//dtd html",
                                     "-//metrius//dtd metrius presentational//",
                                     "-//microsoft//dtd internet explorer 2.0 html",
                                     "-//microsoft//dtd internet explorer 2.0 tables//",
                                     "-//microsoft//dtd internet explorer 3.0 html",
                                     "-//microsoft//dtd internet explorer 3.0 tables//",
                                     "-//netscape comm. corp.//dtd html//",
                                     "-//netscape comm. corp.//dtd strict html//",
                                     "-//o'reilly and associates//dtd html",
                                     "-//sq//dtd html 2.0 hotmetal + extensions//",
                                     "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
                                     "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
                                     "-//spyglass//dtd html 2.0 extended//",
                                     "-//sun microsystems corp.//dtd hotjava",
                                     "-//w3c//dtd html 3 1995-03-24//",
                                     "-//w3c//dtd html 3.2",
                                     "-//w3c//dtd html 4.0 frameset//",
                                     "-//w3c//dtd html 4.0 transitional//",
                                     "-//w3c//dtd html experimental 19960712//",
                                     "-//w3c//dtd html experimental 970421//",
                                     "-//w3c//dtd w3 html//",
                                     "-//w3o//dtd w3 html 3.0//",
                                     "-//webtechs//dtd mozilla html"};
static const char *const equals[] = {"-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"};
static const char *const begins_without_system[] = {"-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"};

static bool begins_with(const html_tokenizer *t, html_range id, const char *word) {
  isnad_slice w = isnad_slice_of(word);
  return w.length <= id.end - id.begin && html_word_at(t, id.begin, w);
}

static bool is(const html_tokenizer *t, html_range id, const char *word) {
  return id.end - id.begin == isnad_slice_of(word).length && begins_with(t, id, word);
}

static bool begins_with_any(const html_tokenizer *t, html_range id, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (begins_with(t, id, words[i])) return true;
  return false;
}

bool html_is_quirky(const html_tokenizer *t, const html_token *token) {
  const html_doctype *d = &t->doctype;
  if ((token->flags & HTML_TOKEN_QUIRKS) != 0 || !d->has_name || !is(t, d->name, "html")) return true;
  if (d->has_system && is(t, d->system_id, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")) return true;
  if (!d->has_public) return false;
  for (size_t i = 0; i < sizeof equals / sizeof *equals; i++)
    if (is(t, d->public_id, equals[i])) return true;
  if (begins_with_any(t, d->public_id, begins, sizeof begins / sizeof *begins)) return true;
  return !d->has_system && begins_with_any(t, d->public_id, begins_without_system, sizeof begins_without_system / sizeof *begins_without_system);
}
