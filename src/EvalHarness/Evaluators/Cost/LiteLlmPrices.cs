using System.Text;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Cost;

/// <summary>Reads LiteLLM's <c>model_prices_and_context_window.json</c>: USD per token there, USD per million here.</summary>
/// <remarks>
/// Batch, flex and priority prices become models of their own: <c>gpt-4o:batch</c>. Prices of larger requests, written either way, become tiers.
/// What has no place in a price table, and every price of 0, which may mean unknown, is told and not taken over.
/// </remarks>
public static class LiteLlmPrices
{
    private const string SpecimenName = "sample_spec";

    /// <param name="models">Only these; all of them when empty.</param>
    /// <exception cref="InputException">The file is missing or no such JSON, or has none of the models.</exception>
    public static ImportedPrices Read(string file, IReadOnlyCollection<string> models)
    {
        var (root, problem) = JsonText.Parse(file, Encoding.UTF8.GetBytes(InputText.Read(file)), firstLine: 1);
        if (problem is not null)
            throw new InputException(problem);
        if (root.ValueKind != JsonValueKind.Object)
            throw new InputException(new InputProblem(file, "this is no table of models", "Give LiteLLM's model_prices_and_context_window.json: one object, model → prices."));
        ThrowIfUnknown(file, root, models);

        var imported = new ImportedPrices();
        foreach (var model in root.EnumerateObject().Where(m => m.Name != SpecimenName && (models.Count == 0 || models.Contains(m.Name))))
            new LiteLlmModel(model.Name, model.Value, imported).Read();
        return imported.Models.Count > 0
            ? imported
            : throw new InputException(new InputProblem(file, "no model in it has a price that can be taken over", imported.Left is [var first, ..] ? $"{first.Model}: {first.Reason}." : "Give the whole file."));
    }

    private static void ThrowIfUnknown(string file, JsonElement root, IReadOnlyCollection<string> models)
    {
        var known = root.EnumerateObject().Select(m => m.Name).ToList();
        var unknown = models.Where(m => !known.Contains(m)).ToList();
        if (unknown.Count > 0)
            throw new InputException(unknown.Select(m => new InputProblem(file, $"it has no model '{m}'", $"{Schemas.NearestName.Question(m, known)}Name models as the file does.")).ToList());
    }
}
