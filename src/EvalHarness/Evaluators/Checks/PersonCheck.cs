using System.Collections.Frozen;
using System.Text.Json.Serialization;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Checks;

/// <summary>Which share of a text's English personal pronouns is of the first, second or third person.</summary>
/// <remarks>Unit: a ratio in [0, 1], higher is better where the user says nothing else. Possessives and reflexives count; "it" is of the third person, whatever it stands for.</remarks>
internal sealed class PersonCheck(Person person) : IGauge
{
    private static readonly FrozenDictionary<string, Person> Pronouns = new (Person Person, string Words)[]
    {
        (Person.First, "i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll"),
        (Person.Second, "you your yours yourself yourselves you're you've you'd you'll"),
        (Person.Third, "he him his himself she her hers herself it its itself they them their theirs themselves he's she's it's they're they've they'd they'll he'd she'd he'll she'll it'll"),
    }.SelectMany(p => p.Words.Split(' ').Select(w => KeyValuePair.Create(w, p.Person))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Dial> Dials { get; } = [new("", Unit.Ratio, Direction.Higher)];

    public static PersonCheck From(CheckSettings settings) => new(settings.Read<Settings>().Person);

    public IReadOnlyList<Reading> Measure(CheckedReply reply)
    {
        var persons = TextParts.Words(reply.Text.Replace('’', '\'')).Where(w => w != "US" && Pronouns.ContainsKey(w)).Select(w => Pronouns[w]).ToList();
        return [Reading.Share(persons.Count(p => p == person), persons.Count, "there are no personal pronouns")];
    }

    internal sealed record Settings
    {
        [JsonRequired]
        public Person Person { get; init; }
    }
}
