using System.Text.Json;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Inputs;

namespace EvalHarness.Entailment;

/// <summary>Asks an entailment model of each claim whether some window of the evidence entails it; the best window counts.</summary>
/// <remarks>
/// Support: the model's probability, in [0, 1]. What only two windows together entail is missed.
/// Source: MiniCheck, Tang et al. 2024, arXiv:2404.10774 (claims against chunks, the best chunk counts); SummaC, Laban et al. 2022, arXiv:2111.09525.
/// </remarks>
public sealed class EntailmentVerifier : IClaimVerifier, IDisposable
{
    private readonly EntailmentSettings settings;
    private readonly TextTokenizer tokenizer;
    private readonly PairPattern pair;
    private readonly PremiseWindows windows;
    private readonly EntailmentModel model;

    /// <exception cref="InputException">Model, tokenizer and settings do not go together.</exception>
    public EntailmentVerifier(VerifierSource source)
    {
        settings = source.Settings.Deserialize<EntailmentSettings>(InputJson.Options)!;
        var (modelFile, tokenizerFile) = (source.Resolve(settings.Model), source.Resolve(settings.Tokenizer));
        tokenizer = TokenizerFile.Read(tokenizerFile, settings.Lowercase);
        pair = new PairPattern(settings.Pair ?? tokenizer.Pair ?? throw NoPair(), tokenizer);
        windows = new PremiseWindows(tokenizer, WindowSize());
        model = new EntailmentModel(modelFile, settings, tokenizer.Padding);
        Definition = $"entailment/1 model={ModelHash(modelFile)} tokenizer={ContentHash.Short(ContentHash.OfFile(tokenizerFile))} {FormattableString.Invariant($"label={settings.Label} threshold={settings.Threshold} window={WindowSize()}")}";
        Try();
    }

    public string Definition { get; }

    public async ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(string question, string answer, IEvidence evidence, CancellationToken cancellationToken)
    {
        var asked = pair.HasQuestion ? Cut(question) : [];
        var claims = ClaimSplitter.Split(answer);
        var pairs = claims.SelectMany((claim, place) => Pairs(place, claim, asked, evidence.For(claim.Query(question)))).ToList();
        var support = await model.ProbabilitiesAsync([.. pairs.Select(p => p.Input)], cancellationToken);
        var best = pairs.Zip(support).GroupBy(p => p.First.Claim).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Second));
        return [.. claims.Select((claim, place) => best.TryGetValue(place, out var found)
            ? Verdict(claim, found.First.Window, found.Second)
            : new ClaimVerdict(claim.Text, 0, false, null, null, "there is no evidence"))];
    }

    public void Dispose() => model.Dispose();

    private IEnumerable<(int Claim, PremiseWindow Window, ModelInput Input)> Pairs(int place, Claim claim, IReadOnlyList<int> question, IReadOnlyList<EvidenceText> texts)
    {
        var said = Cut(claim.Text);
        return texts.SelectMany(windows.Of).Select(window => (place, window, pair.Fill(window.Ids, said, question)));
    }

    private IReadOnlyList<int> Cut(string text) => [.. tokenizer.Encode(text).Take(settings.ClaimTokens)];

    private ClaimVerdict Verdict(Claim claim, PremiseWindow window, double support)
    {
        var isSupported = support >= settings.Threshold;
        var reason = isSupported ? null : FormattableString.Invariant($"the model gives {support:0.##} that its best evidence entails it; {settings.Threshold:0.##} is asked for");
        return new ClaimVerdict(claim.Text, support, isSupported, window.Document, window.Span, reason, window.Quote);
    }

    private int WindowSize()
    {
        var size = settings.MaxTokens - pair.OwnTokens - (settings.ClaimTokens * (pair.HasQuestion ? 2 : 1));
        return size >= 8 ? size : throw new InputException(new InputProblem("verifier", $"max_tokens: {settings.MaxTokens} leave {size} for the evidence", "Raise max_tokens to what the model can read, or lower claim_tokens."));
    }

    // Large models keep their weights in files beside them that begin with the model's name.
    private static string ModelHash(string file) => ContentHash.Short(ContentHash.Of([.. Directory
        .EnumerateFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*")
        .Order(StringComparer.Ordinal)
        .Select(ContentHash.OfFile)]));

    // What does not go together is found before the first answer.
    private void Try() => model.ProbabilitiesAsync([pair.Fill(tokenizer.Encode("a"), tokenizer.Encode("a"), [])], CancellationToken.None).GetAwaiter().GetResult();

    private static InputException NoPair() => new(new InputProblem("verifier", "pair: the tokenizer's special tokens do not say how premise and claim stand together", "Write pair: as the model's page has it, as in {premise} </s> {claim} </s>."));
}
