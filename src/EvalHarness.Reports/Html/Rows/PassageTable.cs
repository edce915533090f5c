using EvalHarness.Pipelines;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>Every passage of a block once, however many rows were given it.</summary>
public sealed class PassageTable(StringTable strings)
{
    private readonly List<PassageEntry> passages = [];
    private readonly Dictionary<(string Id, string Text), int> places = [];

    public IReadOnlyList<PassageEntry> Passages => passages;

    /// <summary>The passage's place. Two indexes may use one id for different texts.</summary>
    public int Place(Passage passage)
    {
        if (places.TryGetValue((passage.Id, passage.Text), out var place))
            return place;

        passages.Add(new PassageEntry(
            strings.Pack(passage.Id), strings.Pack(passage.Document), strings.Pack(passage.Title), strings.Pack(passage.Text)));
        return places[(passage.Id, passage.Text)] = passages.Count - 1;
    }
}
