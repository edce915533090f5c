using EvalHarness.Datasets;
using EvalHarness.Pipelines;
using EvalHarness.TrainingData;

namespace EvalHarness.Experiments.Linting;

/// <summary>What an experiment says that a training file is held against.</summary>
/// <param name="folder">The experiment's folder as the user named it: messages and results name files below it, not this machine's paths.</param>
public sealed class ExperimentLint(Experiment experiment, string folder)
{
    /// <exception cref="Inputs.InputException">A corpus, schema, prompt or manifest cannot be read.</exception>
    public LintRequest Request(string trainFile)
    {
        var inputs = new ExperimentInputs(experiment);
        return new LintRequest
        {
            TrainFile = trainFile,
            Dataset = Named(experiment.Dataset),
            Split = experiment.Split,
            Corpus = inputs.Corpus,
            OlderCorpora = [.. OlderFolders().Select(c => CorpusReader.Read(experiment.Resolve(c))).Where(c => c.Hash != inputs.Corpus?.Hash)],
            AnswerSchema = inputs.AnswerSchema,
            Answer = experiment.Answer,
            Prompts = [.. experiment.Pipelines.SelectMany(PromptFiles).Distinct(StringComparer.Ordinal).Select(f => PromptText.Read(experiment.Resolve(f), Named(f)))],
            Given = new ArmLedger(experiment).Entries(),
        };
    }

    // Those that its checkpoints were trained against.
    private IEnumerable<string> OlderFolders() => experiment.Checkpoints.Values.Select(r => r.Corpus).Where(c => c != experiment.Corpus).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<string> PromptFiles(PipelineSpec pipeline) => new[] { (string?)pipeline.Settings["prompt"], (string?)pipeline.Settings["examples"] }.OfType<string>();

    private string Named(string path) => Path.Combine(folder, path);
}
