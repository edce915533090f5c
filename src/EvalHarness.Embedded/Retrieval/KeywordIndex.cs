using EvalHarness.Embedded.Text;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Rerank;
using EvalHarness.Pipelines.Retrieval.Search;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace EvalHarness.Embedded.Retrieval;

/// <summary>BM25 over the texts and titles of chunks, in memory.</summary>
/// <remarks>Source: Robertson and Zaragoza 2009, The Probabilistic Relevance Framework; k1 1.2 and b 0.75, Lucene's defaults.</remarks>
internal sealed class KeywordIndex : ITextIndex
{
    private const float TitleWeight = 0.6f;

    private readonly IReadOnlyList<Chunk> chunks;
    private readonly IReadOnlyList<IReadOnlyList<string>> terms;
    private readonly IReadOnlyList<IReadOnlyList<string>> titleTerms;
    private readonly IndexSearcher searcher;

    public KeywordIndex(IReadOnlyList<Chunk> chunks)
    {
        this.chunks = chunks;
        terms = [.. chunks.Select(c => EnglishTerms.Of(c.Text))];
        titleTerms = [.. chunks.Select(c => EnglishTerms.Of(c.Title))];
        Reranker = new ProximityReranker(this);
        searcher = new IndexSearcher(DirectoryReader.Open(Write(chunks))) { Similarity = new BM25Similarity() };
    }

    public IReranker Reranker { get; }

    /// <summary>How rare a term is in the texts.</summary>
    public double Idf(string term)
    {
        var frequency = searcher.IndexReader.DocFreq(new Term("text", term));
        return Math.Log(1 + ((chunks.Count - frequency + 0.5) / (frequency + 0.5)));
    }

    public IReadOnlyList<string> Terms(int number) => terms[number];

    public IReadOnlyList<string> TitleTerms(int number) => titleTerms[number];

    public IReadOnlyList<SearchHit> Search(string question, int count)
    {
        var asked = EnglishTerms.Of(question);
        if (asked.Count == 0)
            return [];
        var (text, title) = (AnyOf("text", asked, 1f), AnyOf("title", asked, TitleWeight));
        var both = new BooleanQuery(disableCoord: true) { { text, Occur.SHOULD }, { title, Occur.SHOULD } };
        var found = searcher.Search(both, count).ScoreDocs.Select(d => d.Doc).ToList();
        var (textScores, titleScores) = (Scores(text, found), Scores(title, found));
        return [.. found.Select(number => Hit(number, textScores.GetValueOrDefault(number), titleScores.GetValueOrDefault(number)))];
    }

    public IReadOnlyList<IReadOnlyList<string>> MatchedTerms(string question, IReadOnlyList<SearchHit> hits)
    {
        string[] asked = [.. EnglishTerms.Of(question).Distinct(StringComparer.Ordinal)];
        return [.. hits.Select(hit => Matched(asked, hit.Number))];
    }

    private string[] Matched(string[] asked, int number)
    {
        var contained = terms[number].Concat(titleTerms[number]).ToHashSet(StringComparer.Ordinal);
        return [.. asked.Where(contained.Contains)];
    }

    private SearchHit Hit(int number, float textScore, float titleScore) => new(
        number,
        chunks[number],
        textScore + titleScore,
        new Dictionary<string, double>(StringComparer.Ordinal) { ["bm25"] = textScore, ["bm25-title"] = titleScore });

    private static RAMDirectory Write(IReadOnlyList<Chunk> chunks)
    {
        var directory = new RAMDirectory();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, EnglishTerms.Analyzer) { Similarity = new BM25Similarity() };
        using var writer = new IndexWriter(directory, config);
        foreach (var chunk in chunks)
            writer.AddDocument(new Document
            {
                new TextField("text", chunk.Text, Field.Store.NO),
                new TextField("title", chunk.Title, Field.Store.NO),
            });
        // One segment, so that a document's number is the chunk's.
        writer.ForceMerge(1);
        return directory;
    }

    // Built from terms, never parsed: nothing in a question is query syntax.
    private static BooleanQuery AnyOf(string field, IReadOnlyCollection<string> question, float weight)
    {
        var query = new BooleanQuery(disableCoord: true) { Boost = weight };
        foreach (var term in question.Distinct(StringComparer.Ordinal).Take(BooleanQuery.MaxClauseCount))
            query.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        return query;
    }

    private Dictionary<int, float> Scores(Query query, IEnumerable<int> documents)
    {
        var scores = new Dictionary<int, float>();
        var leaf = searcher.IndexReader.Leaves.Single();
        var scorer = searcher.CreateNormalizedWeight(query).GetScorer(leaf, acceptDocs: null);
        foreach (var document in documents.Order())
            if (scorer is not null && (scorer.DocID == document || (scorer.DocID < document && scorer.Advance(document) == document)))
                scores[document] = scorer.GetScore();
        return scores;
    }
}
