using System.CommandLine;
using EvalHarness.Cli.Starting;

namespace EvalHarness.Cli.Commands;

/// <summary>The five questions as options.</summary>
internal sealed class StarterOptions
{
    private readonly Option<string?> compare = new("--compare") { Description = $"What is compared, separated by commas, the baseline first: {string.Join(", ", StarterAnswers.Arms)}." };
    private readonly Option<string?> url = new("--url") { Description = "Where it answers: the base URL of an OpenAI-compatible server." };
    private readonly Option<string?> model = new("--model") { Description = "The model's name there." };
    private readonly Option<string?> tunedModel = new("--tuned-model") { Description = "The tuned model's name there." };
    private readonly Option<string?> corpus = new("--corpus") { Description = "Where the documents are: a folder of Markdown files, seen from <folder>." };
    private readonly Option<string?> answer = new("--answer") { Description = "What format answers must have." };
    private readonly Option<string?> matters = new("--matters") { Description = "What matters most." };

    private readonly Option<string?> template = new("--template") { Description = $"Begin as a guide does, other options still win: {string.Join(", ", StarterTemplates.All.Keys)}." };
    private readonly Option<int?> rows = new("--rows") { Description = $"How many gold rows a verdict needs at least: the policy's minimum ({StarterAnswers.Default.Rows} when absent). Fewer rows decide less." };

    public void AddTo(Command verb)
    {
        rows.Validators.Add(result =>
        {
            if (result.Tokens is [var written, ..] && int.TryParse(written.Value, out var number) && number < StarterAnswers.FewestRows)
                result.AddError($"--rows must be {StarterAnswers.FewestRows} or more.");
        });
        template.AcceptOnlyFromAmong([.. StarterTemplates.All.Keys]);
        verb.Add(template);
        verb.Add(rows);
        answer.AcceptOnlyFromAmong([.. StarterAnswers.Forms]);
        matters.AcceptOnlyFromAmong([.. StarterAnswers.Criteria]);
        foreach (var option in new[] { compare, url, model, tunedModel, corpus, answer, matters })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                    result.AddError($"{option.Name} is empty.");
            });
            verb.Add(option);
        }

        compare.Validators.Add(result =>
        {
            foreach (var unknown in result.Tokens.SelectMany(t => Names(t.Value)).Except(StarterAnswers.Arms))
                result.AddError($"--compare '{unknown}' is none of {string.Join(", ", StarterAnswers.Arms)}.");
        });
        url.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !(Uri.TryCreate(t.Value, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https")))
                result.AddError($"--url '{token.Value}' is no http or https URL.");
        });
    }

    public StarterGiven Given(ParseResult parsed)
    {
        var begun = parsed.GetValue(template) is { } name ? StarterTemplates.All[name] : new StarterGiven();
        return new StarterGiven
        {
            Compare = parsed.GetValue(compare) is { } arms ? [.. Names(arms).Distinct()] : begun.Compare,
            Url = parsed.GetValue(url) ?? begun.Url,
            Model = parsed.GetValue(model) ?? begun.Model,
            TunedModel = parsed.GetValue(tunedModel) ?? begun.TunedModel,
            Corpus = parsed.GetValue(corpus) ?? begun.Corpus,
            Answer = parsed.GetValue(answer) ?? begun.Answer,
            Matters = parsed.GetValue(matters) ?? begun.Matters,
            Rows = parsed.GetValue(rows) ?? begun.Rows,
        };
    }

    private static string[] Names(string arms) => arms.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
