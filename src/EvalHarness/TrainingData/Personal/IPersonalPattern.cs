namespace EvalHarness.TrainingData.Personal;

/// <summary>Finds one kind of personal data in a text.</summary>
internal interface IPersonalPattern
{
    IEnumerable<PersonalDatum> Find(string text);
}
