using System.Globalization;
using EvalHarness.Checkpoints;
using EvalHarness.Datasets;
using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Retrieval;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Chunks;
using EvalHarness.Pipelines.Retrieval.Search;

namespace EvalHarness.Embedded.Training;

/// <summary>Trains checkpoints of the embedded reader.</summary>
/// <param name="readCorpus">Reads the corpus in a folder.</param>
public sealed class EmbeddedTrainer(Func<string, Corpus> readCorpus, TimeProvider time)
{
    /// <summary>Which trainer makes checkpoints, with its version: those of another version are made again.</summary>
    public const string Version = ReaderTrainer.Version;

    // What a training question is shown: the defaults of a pipeline that retrieves and re-ranks.
    private static readonly RetrievalOptions Retrieval = new() { Corpus = "", Rerank = "proximity", Chunk = new ChunkOptions { Tokens = 240, Overlap = 40 }, Passages = 5 };

    /// <summary>Writes the checkpoint, in place of one of the same name. Throws InputException when the training file or the corpus cannot be read.</summary>
    public Task<Checkpoint> TrainAsync(TrainRequest request, CancellationToken cancellationToken) =>
        Task.Run(() => TrainAndWriteAsync(request, cancellationToken), cancellationToken);

    private async Task<Checkpoint> TrainAndWriteAsync(TrainRequest request, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var examples = LabelNoise.AddTo(TrainingShare.Of(TrainingFile.Read(request.TrainFile), request.Share, request.Seed), request.LabelNoise, request.Seed);
        var corpus = readCorpus(request.CorpusFolder);
        cancellationToken.ThrowIfCancellationRequested();
        var model = new ReaderTrainer(request.Seed).Train(await WithPassagesAsync(examples, corpus, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();

        var manifest = Manifest(request, examples.Count, corpus, time.GetElapsedTime(begun));
        return new CheckpointFolder(request.Folder).Write(manifest, folder => TunedModelFile.Write(model, folder));
    }

    private async Task<IReadOnlyList<TrainingExample>> WithPassagesAsync(IReadOnlyList<TrainingExample> examples, Corpus corpus, CancellationToken cancellationToken)
    {
        var chunker = Chunkers.For(Retrieval.Chunk);
        var words = new KeywordIndexer().Index([.. corpus.Documents.SelectMany(chunker.Cut)]);
        var retriever = new RankedRetriever(new KeywordSearch(words), words, words.Reranker, Retrieval);
        List<TrainingExample> shown = [];
        foreach (var example in examples)
        {
            var found = await retriever.RetrieveAsync(example.Prompt.Question, new StageClock(time), cancellationToken);
            shown.Add(example with { Prompt = example.Prompt with { Passages = [.. found.Passages.Select(p => new PromptPassage(p.Document, p.Title, p.Text))] } });
        }

        return shown;
    }

    private CheckpointManifest Manifest(TrainRequest request, int examples, Corpus corpus, TimeSpan elapsed) => new()
    {
        Name = request.Name,
        Version = request.Version,
        Trainer = ReaderTrainer.Version,
        TrainFile = Path.GetFileName(request.TrainFile),
        TrainHash = ContentHash.OfFile(request.TrainFile),
        Examples = examples,
        CorpusHash = corpus.Hash,
        Parameters = Parameters(request.Share, request.LabelNoise),
        Seed = request.Seed,
        TrainingSeconds = Math.Round(elapsed.TotalSeconds, 3),
        Created = time.GetUtcNow(),
        HarnessVersion = typeof(Checkpoint).Assembly.GetName().Version!.ToString(3),
    };

    /// <summary>What a checkpoint trained so has in its manifest.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(double share, double labelNoise)
    {
        SortedDictionary<string, string> parameters = new(StringComparer.Ordinal)
        {
            ["chunk_tokens"] = Text(Retrieval.Chunk.Tokens),
            ["chunk_overlap"] = Text(Retrieval.Chunk.Overlap),
            ["candidates"] = Text(Retrieval.Candidates),
            ["passages"] = Text(Retrieval.Passages),
            ["rerank"] = Retrieval.Rerank,
        };
        // Only where they say something: checkpoints of everything keep their identity.
        if (share < 1)
            parameters["share"] = share.ToString(CultureInfo.InvariantCulture);
        if (labelNoise > 0)
            parameters["label_noise"] = labelNoise.ToString(CultureInfo.InvariantCulture);
        return parameters;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
