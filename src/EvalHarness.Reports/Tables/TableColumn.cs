namespace EvalHarness.Reports.Tables;

/// <param name="Type">Of its cells, absent ones aside: text, a double or a long.</param>
/// <param name="Write">Hands a row's cell over: one call of the method of this type.</param>
internal sealed record TableColumn<T>(string Name, Type Type, Action<ICells, T> Write);
