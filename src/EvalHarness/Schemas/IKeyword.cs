namespace EvalHarness.Schemas;

/// <summary>One keyword of one schema, compiled: checks a value and says what is wrong with it. Holds no state between checks.</summary>
internal interface IKeyword
{
    void Check(SchemaCheck check);
}
