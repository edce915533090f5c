using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace EvalHarness.Embedded.Text;

/// <summary>Words in lower case, without stop words, stemmed by Porter's rules: one reading of English for the index, the re-ranker and the readers.</summary>
internal sealed class EnglishTextAnalyzer : Analyzer
{
    private static readonly NormalizeCharMap Spellings = MakeSpellings();

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream terms = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, words);
        terms = new LowerCaseFilter(LuceneVersion.LUCENE_48, terms);
        terms = new StopFilter(LuceneVersion.LUCENE_48, terms, StopWords.Set);
        return new TokenStreamComponents(words, new PorterStemFilter(new NumberWordFilter(terms)));
    }

    protected override TextReader InitReader(string fieldName, TextReader reader) => new MappingCharFilter(Spellings, reader);

    // "e-mail" would become "e" and "mail", and never meet "email".
    private static NormalizeCharMap MakeSpellings()
    {
        var spellings = new NormalizeCharMap.Builder();
        spellings.Add("e-mail", "email");
        spellings.Add("E-mail", "email");
        spellings.Add("’", "'");
        return spellings.Build();
    }
}
