using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Tests.Embedded.Retrieval;

/// <summary>How many of the dev questions' gold quotes stand in the first five passages, for every offline index.</summary>
internal sealed class HelpdeskRecallTests
{
    private static readonly Corpus Articles = CorpusReader.Read(Path.Combine(Repository.Helpdesk, "corpus", "2026-09"));
    private static readonly RetrieverFactory Factory = Retrievers.Factory(Articles);

    // The floors stand some points below what was measured: they catch an index that broke, not one that moved.
    [TestCase("keyword", null, "none", 0.63)]
    [TestCase("keyword", null, "proximity", 0.64)]
    [TestCase("dense", "lsa", "none", 0.62)]
    [TestCase("dense", "char-ngrams", "none", 0.4)]
    [TestCase("hybrid", "lsa", "none", 0.62)]
    [TestCase("hybrid", "char-ngrams", "none", 0.57)]
    [TestCase("hybrid", "lsa", "proximity", 0.63)]
    public async Task The_first_five_passages_hold_most_of_the_evidence(string index, string? embedder, string rerank, double floor)
    {
        var recall = await RecallAsync(new RetrievalOptions
        {
            Corpus = "corpus",
            Index = index,
            Embedder = embedder is null ? null : new EmbedderOptions { Provider = embedder },
            Chunk = new ChunkOptions { Tokens = 240, Overlap = 40 },
            Rerank = rerank,
            Passages = 5,
        });

        await TestContext.Out.WriteLineAsync(FormattableString.Invariant($"recall@5 {index} {embedder} {rerank}: {recall:0.000}"));
        Assert.That(recall, Is.InRange(floor, 1));
    }

    [TestCase("sentences")]
    [TestCase("sections")]
    public async Task Another_way_to_cut_finds_the_evidence_too(string by)
    {
        var recall = await RecallAsync(new RetrievalOptions { Corpus = "corpus", Chunk = new ChunkOptions { By = by, Tokens = 240, Overlap = 40 }, Rerank = "proximity", Passages = 5 });

        await TestContext.Out.WriteLineAsync(FormattableString.Invariant($"recall@5 keyword, cut by {by}: {recall:0.000}"));
        Assert.That(recall, Is.InRange(0.5, 1));
    }

    private static async Task<double> RecallAsync(RetrievalOptions options)
    {
        var retriever = await Factory.BuildAsync(Retrievers.Source(options), CancellationToken.None);
        var (found, all) = (0, 0);
        await foreach (var sample in new DatasetReader(Articles).ReadAsync(Path.Combine(Repository.Helpdesk, "samples.jsonl"), new SampleSelection("dev", null, 1), CancellationToken.None))
        {
            var passages = (await retriever.RetrieveAsync(sample.Question, new StageClock(TimeProvider.System), CancellationToken.None)).Passages;
            foreach (var evidence in sample.Evidence)
            {
                all++;
                var gold = Articles.Find(evidence.Document)!.Find(evidence.Quote)!.Value;
                found += passages.Any(p => p.Document == evidence.Document && p.Span!.Value.Overlaps(gold)) ? 1 : 0;
            }
        }

        return found / (double)all;
    }
}
