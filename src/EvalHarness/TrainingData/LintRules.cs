using static EvalHarness.TrainingData.LintSeverity;

namespace EvalHarness.TrainingData;

/// <summary>Every rule of the linter; docs/training-data.md has the method and source of each.</summary>
public static class LintRules
{
    private const string RemoveRow = "Remove the training row, or write another gold question; then train again.";

    public static LintRule LeakExact { get; } = new("leak-exact", Error, "A gold question stands in the training data to the letter.", RemoveRow, IsLeak: true);

    public static LintRule LeakNormalised { get; } = new("leak-normalised", Error, "A gold question stands in the training data but for case, punctuation, accents or white space.", RemoveRow, IsLeak: true);

    public static LintRule LeakNGram { get; } = new("leak-ngram", Error, "Most of a gold question's word sequences stand in one training example.", RemoveRow, IsLeak: true);

    public static LintRule LeakNearDuplicate { get; } = new("leak-near-duplicate", Error, "A training question is nearly a gold question.", RemoveRow, IsLeak: true);

    public static LintRule LeakPrompt { get; } = new("leak-prompt", Error, "A gold question stands in a prompt or a few-shot example.", "Take another example, or take the row out of the gold data.", IsLeak: true);

    public static LintRule SimilarQuestion { get; } = new("similar-question", Warning, "A training question resembles a gold question.", "Read both: where they ask the same, remove the training row.");

    public static LintRule AnswerOverlap { get; } = new("answer-overlap", Info, "A gold answer's wording stands in a training target.", "Expected where training teaches these facts; else rewrite the target. Read the tuned arm's figures apart for such rows.");

    public static LintRule HeadingIsQuestion { get; } = new("heading-is-question", Warning, "A heading of the corpus is a gold question.", "Ask it in other words: a keyword search finds such a heading whatever its quality.");

    public static LintRule SplitOverlap { get; } = new("split-overlap", Warning, "A question of another split is nearly one of the measured split.", "Move both rows into one split: thresholds are chosen on one and measured on the other.");

    public static LintRule EmptyExample { get; } = new("empty-example", Error, "An example has no question or no target.", "Write it out, or remove the row.");

    public static LintRule Duplicate { get; } = new("duplicate", Warning, "Two examples have the same question and the same target.", "Keep one, unless the weight is meant.");

    public static LintRule NearDuplicate { get; } = new("near-duplicate", Info, "Two training questions are nearly the same.", "Keep both if the difference is to be learned.");

    public static LintRule Contradiction { get; } = new("contradiction", Error, "The same question has targets that say different things.", "Decide which is right, and remove the other.");

    public static LintRule SeveralTargets { get; } = new("several-targets", Warning, "The same question has targets in different words.", "Keep one, unless variety is meant.");

    public static LintRule TargetSchema { get; } = new("target-schema", Error, "A target breaks the answer schema.", "Mend the target: the model learns to reply as it stands.");

    public static LintRule CitationDangling { get; } = new("citation-dangling", Error, "A target cites a document that the corpus does not have.", "Cite a document of the corpus, or add it.");

    public static LintRule NoEvidence { get; } = new("no-evidence", Warning, "A target answers, and the corpus supports nothing of it.", "Let the target decline, or add what it rests on to the corpus: such rows teach to invent.");

    public static LintRule StaleFact { get; } = new("stale-fact", Warning, "A target says what an older snapshot of the corpus says, and the current one does not.", "Bring the target up to date, unless the arm is to be measured as stale.");

    public static LintRule LengthTail { get; } = new("length-tail", Info, "A question or target is far longer or shorter than the others.", "Look at it: cut-off or concatenated rows show here, and long ones may exceed the model's window.");

    public static LintRule LabelMissing { get; } = new("label-missing", Warning, "A value that the answer schema allows is in no target.", "Add examples of it, or take it out of the schema: the model cannot learn it.");

    public static LintRule LabelImbalance { get; } = new("label-imbalance", Warning, "Nearly all targets have the same value of a field, or very few have one.", "Add examples of the rare value, or read its figures with care.");

    public static LintRule PersonalEmail { get; } = new("pii-email", Warning, "A person's e-mail address.", "Replace it with an invented one (@example.com).");

    public static LintRule PersonalPhone { get; } = new("pii-phone", Warning, "A telephone number.", "Replace it with one set aside for fiction (555-01xx).");

    public static LintRule PersonalIban { get; } = new("pii-iban", Error, "A bank account number (IBAN) with right check digits.", "Remove it: a tuned model may recite it.");

    public static LintRule PersonalCard { get; } = new("pii-card", Error, "A payment card number with a right check digit.", "Remove it: a tuned model may recite it.");

    public static LintRule PersonalId { get; } = new("pii-national-id", Warning, "What has the form of a national identity number.", "Remove it: a tuned model may recite it.");

    public static LintRule Mojibake { get; } = new("encoding-mojibake", Warning, "UTF-8 that was read as Windows-1252.", "Read the source as UTF-8 and export it again.");

    public static LintRule ReplacementCharacter { get; } = new("encoding-replacement", Warning, "The replacement character U+FFFD: letters are lost.", "Export the source again in its own encoding.");

    public static LintRule ControlCharacter { get; } = new("encoding-control", Warning, "Control characters, or invisible ones that turn the direction of text.", "Remove them.");

    public static LintRule MixedForms { get; } = new("encoding-mixed-forms", Warning, "Some examples write accented letters composed (NFC), others decomposed.", "Normalise the file to NFC: the same word is otherwise two for a tokenizer.");

    public static IReadOnlyList<LintRule> All { get; } =
    [
        LeakExact, LeakNormalised, LeakNGram, LeakNearDuplicate, LeakPrompt, SimilarQuestion, AnswerOverlap, HeadingIsQuestion, SplitOverlap,
        EmptyExample, Duplicate, NearDuplicate, Contradiction, SeveralTargets,
        TargetSchema, CitationDangling, NoEvidence, StaleFact, LengthTail, LabelMissing, LabelImbalance,
        PersonalEmail, PersonalPhone, PersonalIban, PersonalCard, PersonalId,
        Mojibake, ReplacementCharacter, ControlCharacter, MixedForms,
    ];
}
