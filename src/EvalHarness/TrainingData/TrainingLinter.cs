using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Inputs;
using EvalHarness.TrainingData.Leaks;
using EvalHarness.TrainingData.Texts;

namespace EvalHarness.TrainingData;

/// <summary>Checks a training file before a model is tuned on it: leaks of gold, contradictions, broken targets, personal data, encoding.</summary>
/// <remarks>Deterministic: the same files give the same result, on any number of processors. Gold questions are held in memory, training examples are streamed (1 to 2 KB of each are kept to find duplicates).</remarks>
public sealed class TrainingLinter
{
    /// <summary>Examples looked at side by side.</summary>
    private const int AtOnce = 256;

    private readonly LintRequest request;
    private readonly FindingList findings;
    private readonly MinHash hash = new();
    private readonly GoldIndex gold;
    private readonly AnswerOverlapCheck answers = new();

    private TrainingLinter(LintRequest request)
    {
        this.request = request;
        findings = new FindingList(request.Severities, request.ListedPerRule);
        gold = new GoldIndex(hash);
    }

    /// <exception cref="InputException">The training file or the dataset cannot be read: all problems, each with its line.</exception>
    public static Task<LintResult> LintAsync(LintRequest request, CancellationToken cancellationToken) => new TrainingLinter(request).RunAsync(cancellationToken);

    private async Task<LintResult> RunAsync(CancellationToken cancellationToken)
    {
        var samples = await ReadGoldAsync(cancellationToken);
        new SplitLeaks(gold).Look(request.Dataset, findings);
        if (request.Corpus is { } corpus)
            new HeadingLeaks(gold).Look(corpus, findings);
        foreach (var prompt in request.Prompts)
            new PromptLeaks(gold).Look(prompt, findings);

        var checks = new LintChecks(request, gold, answers, hash);
        var examples = await LookAsync(checks, cancellationToken);
        foreach (var check in checks.OfFile)
            check.Finish(findings);
        return Result(checks, examples, samples);
    }

    private async Task<int> ReadGoldAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var sample in new DatasetReader().ReadAsync(request.Dataset, cancellationToken))
        {
            gold.Add(GoldQuestion.Of(sample, request.Split));
            answers.Add(sample);
            count++;
        }

        if (gold.Questions.All(q => !q.IsMeasured))
            throw new InputException(new InputProblem(request.Dataset, $"no sample is in split '{request.Split}'", $"Splits in the file: {string.Join(", ", gold.Questions.Select(q => q.Split).Distinct(StringComparer.Ordinal))}. Name one with --split."));
        return count;
    }

    private async Task<int> LookAsync(LintChecks checks, CancellationToken cancellationToken)
    {
        var reader = new AnswerReader(request.Answer);
        var count = 0;
        await foreach (var chunk in TrainingReader.ReadAsync(request.TrainFile, cancellationToken).Select(e => new ReadExample(e, reader)).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var found = new IReadOnlyList<LintFinding>[chunk.Length];
            await Parallel.ForAsync(0, chunk.Length, cancellationToken, async (i, token) => found[i] = await LookAsync(chunk[i], checks, token));
            for (var i = 0; i < chunk.Length; i++)
                See(chunk[i], found[i], checks);
            count += chunk.Length;
        }

        return count;
    }

    private async ValueTask<IReadOnlyList<LintFinding>> LookAsync(ReadExample example, LintChecks checks, CancellationToken cancellationToken)
    {
        List<LintFinding>? all = null;
        foreach (var check in checks.OfExamples)
        {
            if (await check.LookAsync(example, cancellationToken) is { Count: > 0 } found)
                (all ??= []).AddRange(found);
        }

        // Made here, side by side, because checks of the whole file need it one after another.
        _ = example.Conversation.Signature(hash);
        _ = example.Target;
        return all ?? (IReadOnlyList<LintFinding>)[];
    }

    // In the order of the file, whichever was looked at first.
    private void See(ReadExample example, IReadOnlyList<LintFinding> found, LintChecks checks)
    {
        findings.AddRange(found);
        foreach (var check in checks.OfFile)
            check.See(example, findings);
    }

    private LintResult Result(LintChecks checks, int examples, int samples) => new()
    {
        Training = new LintedFile(request.TrainFile, ContentHash.OfFile(request.TrainFile), examples),
        Dataset = new LintedFile(request.Dataset, ContentHash.OfFile(request.Dataset), samples),
        Split = request.Split,
        Corpora = [.. (request.Corpus is { } now ? [now, .. request.OlderCorpora] : request.OlderCorpora).Select(c => new LintedFile(c.Name, c.Hash, c.Documents.Count))],
        Prompts = [.. request.Prompts.Select(p => new LintedFile(p.Name, p.Hash, p.Lines.Count))],
        Changed = request.Severities,
        Rules = findings.Rules(checks.NotChecked),
        Errors = findings.Count(LintSeverity.Error),
        Warnings = findings.Count(LintSeverity.Warning),
        Infos = findings.Count(LintSeverity.Info),
        Leaks = findings.Leaks,
        Findings = findings.Listed(),
        Given = request.Given,
    };
}
