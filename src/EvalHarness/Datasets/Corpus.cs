namespace EvalHarness.Datasets;

/// <summary>A dated snapshot of documents, held in memory and ordered by id.</summary>
/// <param name="Name">The folder's name, usually its date.</param>
/// <param name="Hash">Over names and contents of its files.</param>
public sealed record Corpus(string Name, string Hash, IReadOnlyList<Document> Documents)
{
    private readonly Dictionary<string, Document> byId = Documents.ToDictionary(d => d.Id, StringComparer.Ordinal);

    public Document? Find(string id) => byId.GetValueOrDefault(id);
}
