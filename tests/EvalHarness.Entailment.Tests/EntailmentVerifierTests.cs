using EvalHarness.Datasets;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Inputs;

namespace EvalHarness.Entailment.Tests;

public sealed class EntailmentVerifierTests
{
    private const string Context = "The admin can delete a file. A reset link is valid for 30 minutes. An export is kept for 7 days.";

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Set_up() => folder = new TemporaryFolder();

    [TearDown]
    public void Tear_down() => folder.Dispose();

    [Test]
    public async Task Claims_that_the_evidence_entails_are_told_from_those_it_does_not()
    {
        using var verifier = Verifier(TinyModel.Model.Write());

        var verdicts = await VerifyAsync(verifier, "The reset link is valid for 30 minutes. The reset link is valid for 60 minutes. The export is kept for 7 days.");

        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { true, false, true }));
        Assert.That(verdicts.Select(v => Math.Round(v.Support, 3)), Is.EqualTo(new[] { 0.982, 0.018, 0.982 }));
        Assert.That(verdicts[0].Reason, Is.Null);
        Assert.That(verdicts[1].Reason, Is.EqualTo("the model gives 0.02 that its best evidence entails it; 0.5 is asked for"));
    }

    [Test]
    public async Task Long_evidence_is_read_window_by_window_and_the_best_one_is_the_evidence()
    {
        using var verifier = Verifier(TinyModel.Model.Write(), "\"label\": 1, \"max_tokens\": 36, \"claim_tokens\": 20");

        var verdict = (await VerifyAsync(verifier, "The reset link is valid for 30 minutes."))[0];

        Assert.That(verdict.IsSupported, Is.True);
        Assert.That(Context[verdict.Span!.Value.Start..verdict.Span.Value.End], Is.EqualTo("A reset link is valid for 30 minutes."));
    }

    [Test]
    public async Task What_only_two_windows_together_say_is_not_supported()
    {
        using var verifier = Verifier(TinyModel.Model.Write(), "\"label\": 1, \"max_tokens\": 36, \"claim_tokens\": 20");

        Assert.That((await VerifyAsync(verifier, "The admin can delete an export kept for 7 days."))[0].IsSupported, Is.False);
    }

    [Test]
    public async Task The_best_of_several_documents_is_named_with_its_place()
    {
        using var verifier = Verifier(TinyModel.Model.Write());
        var evidence = new PassageEvidence([new("1", "files", "", "The admin can delete a file.", null, 1), new("2", "reset", "Reset link", "Valid for 30 minutes.", new TextSpan(100, 121), 1)]);

        var verdict = (await verifier.VerifyAsync("", "The reset link is valid for 30 minutes.", evidence, CancellationToken.None))[0];

        Assert.That((verdict.IsSupported, verdict.Document, verdict.Span), Is.EqualTo((true, "reset", (TextSpan?)new TextSpan(100, 121))));
    }

    [TestCase("{}")]
    [TestCase("""{ "HasSegments": false }""")]
    [TestCase("""{ "IsShort": true }""")]
    [TestCase("""{ "IsByToken": true }""")]
    [TestCase("""{ "MoreInput": "decoder_input_ids" }""")]
    public async Task Exports_of_many_shapes_say_the_same(string shape)
    {
        var change = System.Text.Json.Nodes.JsonNode.Parse(shape)!;
        var model = new OverlapModel(TinyModel.Vocabulary.Count, 3)
        {
            Ignored = TinyModel.Model.Ignored,
            HasSegments = (bool?)change["HasSegments"] ?? true,
            IsShort = (bool?)change["IsShort"] ?? false,
            IsByToken = (bool?)change["IsByToken"] ?? false,
            MoreInput = (string?)change["MoreInput"],
        };
        using var verifier = Verifier(model.Write());

        var verdicts = await VerifyAsync(verifier, "The reset link is valid for 30 minutes. The reset link is valid for 60 minutes.");

        Assert.That(verdicts.Select(v => Math.Round(v.Support, 3)), Is.EqualTo(new[] { 0.982, 0.018 }));
    }

    [Test]
    public async Task A_model_with_one_output_needs_no_label()
    {
        using var verifier = Verifier(new OverlapModel(TinyModel.Vocabulary.Count, 3) { Ignored = TinyModel.Model.Ignored, HasOneOutput = true }.Write(), "\"threshold\": 0.9");

        var verdicts = await VerifyAsync(verifier, "The reset link is valid for 30 minutes. The reset link is valid for 60 minutes.");

        Assert.That(verdicts.Select(v => Math.Round(v.Support, 3)), Is.EqualTo(new[] { 0.881, 0.119 }));
        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public async Task Batches_of_any_size_say_the_same()
    {
        const string Answer = "The reset link is valid for 30 minutes. The export is kept for 30 days. The admin can delete the export. The file is blue.";
        using var whole = Verifier(TinyModel.Model.Write());
        using var single = Verifier(TinyModel.Model.Write(), "\"label\": 1, \"batch\": 1");

        var together = await VerifyAsync(whole, Answer);
        var apart = await VerifyAsync(single, Answer);

        Assert.That(apart.Select(v => Math.Round(v.Support, 6)), Is.EqualTo(together.Select(v => Math.Round(v.Support, 6))));
    }

    [Test]
    public async Task Evidence_that_says_a_special_token_does_not_end_itself()
    {
        using var verifier = Verifier(new OverlapModel(TinyModel.Vocabulary.Count, 3) { Ignored = TinyModel.Model.Ignored, HasSegments = false }.Write());

        // Were [SEP] read as the token, what follows it would be taken for the claim, and this claim for supported by nothing.
        var verdict = (await verifier.VerifyAsync("", "The reset link is valid for 30 minutes.", new TextEvidence("The admin [SEP] can delete a reset link valid for 30 minutes."), CancellationToken.None))[0];

        Assert.That(verdict.IsSupported, Is.True);
    }

    [Test]
    public async Task Without_evidence_nothing_is_supported_and_without_claims_nothing_is_said()
    {
        using var verifier = Verifier(TinyModel.Model.Write());

        var without = await verifier.VerifyAsync("", "The reset link is valid for 30 minutes.", new PassageEvidence([]), CancellationToken.None);

        Assert.That(without.Select(v => (v.IsSupported, v.Reason)), Is.EqualTo(new[] { (false, "there is no evidence") }));
        Assert.That(await VerifyAsync(verifier, "How can I help?"), Is.Empty);
    }

    [Test]
    public void Cancelling_is_not_a_verdict()
    {
        using var verifier = Verifier(TinyModel.Model.Write());

        Assert.That(async () => await verifier.VerifyAsync("", "The file is blue.", new TextEvidence(Context), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Model_tokenizer_and_threshold_are_in_the_definition()
    {
        string Definition(byte[] model, string settings)
        {
            using var verifier = Verifier(model, settings);
            return verifier.Definition;
        }

        var first = Definition(TinyModel.Model.Write(), "\"label\": 1");

        Assert.That(first, Does.Match("^entailment/1 model=[0-9a-f]{12} tokenizer=[0-9a-f]{12} label=1 threshold=0.5 window="));
        Assert.That(Definition(TinyModel.Model.Write(), "\"label\": 1"), Is.EqualTo(first));
        Assert.That(Definition(TinyModel.Model.Write(), "\"label\": 1, \"threshold\": 0.4"), Is.Not.EqualTo(first));
        Assert.That(Definition(new OverlapModel(TinyModel.Vocabulary.Count, 3).Write(), "\"label\": 1"), Is.Not.EqualTo(first));
        folder.Write("model.onnx_data", "weights that stand beside the model");
        Assert.That(Definition(TinyModel.Model.Write(), "\"label\": 1"), Is.Not.EqualTo(first));
    }

    [TestCase("\"label\": 2", "verifier: model: the model has 2 outputs. Mend label and among: they count from 0.")]
    [TestCase("\"threshold\": 0.5", "verifier: model: the model has 2 outputs, and nothing says which of them means entailed. Set label: its config.json names them under id2label.")]
    [TestCase("\"label\": 1, \"pair\": \"[CLS] {claim} [SEP]\"", "verifier: pair: '[CLS] {claim} [SEP]' has no {premise} or no {claim}.")]
    [TestCase("\"label\": 1, \"pair\": \"<s> {premise} {claim}\"", "verifier: pair: the tokenizer has no special token '<s>'. It has: [PAD], [UNK], [CLS], [SEP].")]
    [TestCase("\"label\": 1, \"max_tokens\": 100", "verifier: max_tokens: 100 leave -31 for the evidence.")]
    public void Settings_that_do_not_fit_the_model_are_told_before_the_run(string settings, string message)
    {
        Assert.That(() => Verifier(TinyModel.Model.Write(), settings), Throws.TypeOf<InputException>().With.Message.StartsWith(message));
    }

    [Test]
    public void A_model_that_asks_for_more_is_told_before_the_run()
    {
        var model = new OverlapModel(TinyModel.Vocabulary.Count, 3) { MoreInput = "pixel_values" }.Write();

        Assert.That(() => Verifier(model), Throws.TypeOf<InputException>().With.Message.StartsWith("verifier: model: it asks for the input 'pixel_values'. Export it with inputs among input_ids,"));
    }

    private EntailmentVerifier Verifier(byte[] model, string settings = "\"label\": 1") => new(TinyModel.Source(folder, model, settings));

    private static ValueTask<IReadOnlyList<ClaimVerdict>> VerifyAsync(EntailmentVerifier verifier, string answer) =>
        verifier.VerifyAsync("", answer, new TextEvidence(Context), CancellationToken.None);
}
