using System.Globalization;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Starting;

/// <summary>The files of a comparison, made from the templates.</summary>
/// <param name="name">The experiment's.</param>
internal sealed class StarterFiles(string name, StarterAnswers answers)
{
    private const int Most = 3;

    private static readonly string[] Schemas = ["experiment", "policy", "decision"];

    /// <summary>All but the samples, which rest on the documents.</summary>
    public IReadOnlyList<StarterFile> All() =>
    [
        new("experiment.yaml", Filled("experiment.yaml")),
        new("gate.yaml", Filled("gate.yaml")),
        new("decision.yaml", Filled("decision.yaml")),
        .. Prompts().Select(p => new StarterFile($"prompts/{p}.md", Filled($"prompts/{p}.md"))),
        .. answers.Answer == "json" ? [new StarterFile("answer.schema.json", Filled("answer/answer.schema.json"))] : Array.Empty<StarterFile>(),
        new(".env.example", Filled("env.example")),
        new(".github/workflows/evalharness.yml", Filled("workflow.yml")),
        .. Schemas.Select(s => new StarterFile($".evalharness/{s}.schema.json", InputSchemas.Text(s))),
    ];

    private IEnumerable<string> Prompts() => answers.Compare.Select(arm => arm is "fine-tuned" or "hybrid" ? "tuned" : arm).Distinct();

    private string Filled(string template) => Template.Filled(template, Values());

    // Parts first: they hold names of their own.
    private IEnumerable<(string Name, string Value)> Values() =>
    [
        ("answer", Part($"answer/{answers.Answer}.yaml")),
        ("form", Part($"answer/{answers.Answer}.prompt.md")),
        ("endpoint", Part($"endpoint/{(IsLocal ? "local" : "hosted")}.yaml")),
        ("pipelines", string.Join('\n', answers.Compare.Select(arm => Part($"pipelines/{arm}.yaml")))),
        ("gate", Part($"matters/{answers.Matters}.yaml")),
        .. StarterAnswers.Criteria.Select(c => ($"weight-{c}", (c == answers.Matters ? Most : 1).ToString(CultureInfo.InvariantCulture))),
        ("rows", answers.Rows.ToString(CultureInfo.InvariantCulture)),
        ("clusters", answers.Clusters.ToString(CultureInfo.InvariantCulture)),
        ("name", name),
        ("baseline", answers.Compare[0]),
        ("candidate", answers.Compare[1]),
        ("corpus-paths", Quoted(answers.Corpus.TrimEnd('/') + "/**")),
        ("corpus", Quoted(answers.Corpus)),
        ("url", Quoted(answers.Url)),
        ("model", Quoted(answers.Model)),
        ("tuned-model", Quoted(answers.TunedModel)),
    ];

    private bool IsLocal => answers.Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static string Part(string template) => Template.Text(template).TrimEnd('\n');

    // JSON's text is YAML's in double quotes.
    private static string Quoted(string value) => JsonSerializer.Serialize(value, Runs.RunJson.Compact);
}
