namespace LlmAspects.Generators.Tests.Signatures;

public static partial class SignatureCases
{
    private static SignatureCase[] Properties =>
    [
        new("property", """
            @aspects public partial string? Model { get; private set; }
            private string? GetModelCore() => null;
            private void SetModelCore(string? value) { }
            @aspects protected internal virtual partial int Count { get; }
            private int GetCountCore() => 1;
            @aspects public static partial Dictionary<string, (int A, string? B)> Known { set; }
            private static void SetKnownCore(Dictionary<string, (int A, string? B)> value) { }
            """),
        new("property of a task or a stream", """
            @aspects public partial Task<int> Ready { get; }
            private Task<int> GetReadyCore() => Task.FromResult(1);
            @aspects public partial IAsyncEnumerable<int> Numbers { get; }
            private async IAsyncEnumerable<int> GetNumbersCore() { await Task.Yield(); yield return 1; }
            @aspects public partial CancellationToken Stopping { get; set; }
            private CancellationToken GetStoppingCore() => default;
            private void SetStoppingCore(CancellationToken value) { }
            """),
        new("property by reference", """
            private int _number;
            @aspects public partial ref int Number { get; }
            private ref int GetNumberCore() => ref _number;
            @aspects public partial ref readonly int Fixed { get; }
            private ref readonly int GetFixedCore() => ref _number;
            """),
        new("indexer", """
            @aspects public partial string? this[int operation, in long value1] { get; set; }
            private string? GetItemCore(int operation, in long value1) => null;
            private void SetItemCore(int operation, in long value1, string? value) { }
            @aspects public partial int this[params ReadOnlySpan<char> key] { get; }
            private int GetItemCore(params ReadOnlySpan<char> key) => 1;
            """),
        new("indexer with a tag", """
            @aspects public partial string? this[[Tag] int row, [Tag("column.name"), Redact] string column] { get; set; }
            private string? GetItemCore(int row, string column) => null;
            private void SetItemCore(int row, string column, string? value) { }
            """),
        new("renamed indexer", """
            @aspects [IndexerName("Chars")] public partial char this[int index] { get; }
            private char GetCharsCore(int index) => 'a';
            """),
        new("property with flow attributes", """
            @aspects [AllowNull] public partial string Name { get; set; }
            private string GetNameCore() => "";
            private void SetNameCore([AllowNull] string value) { }
            @aspects [MaybeNull] public partial string Last { get; }
            [return: MaybeNull] private string GetLastCore() => null;
            """),
        new("keyword as property", """
            @aspects public partial int @class { get; }
            private int GetclassCore() => 1;
            """),
        new("unsafe property", """
            @aspects public unsafe partial int* Pointer { get; set; }
            private unsafe int* GetPointerCore() => null;
            private unsafe void SetPointerCore(int* value) { }
            """),
        new("property of a struct",
            """
            @aspects public readonly partial int Count { get; }
            private readonly int GetCountCore() => 1;
            @aspects public partial int Size { readonly get; set; }
            private readonly int GetSizeCore() => 1;
            private void SetSizeCore(int value) { }
            @aspects public partial int Free { get; }
            private int GetFreeCore() => 1;
            """,
            "public partial struct Sample\n{{\n{0}\n}}"),
        new("overridden property",
            """
            @aspects public sealed override partial int Count { get; protected set; }
            private int GetCountCore() => 1;
            private void SetCountCore(int value) { }
            """,
            "public abstract class Origin\n{{\npublic abstract int Count {{ get; protected set; }}\n}}\npublic partial class Sample : Origin\n{{\n{0}\n}}"),
        new("required property",
            """
            @aspects public required partial string Name { get; set; }
            private string GetNameCore() => "";
            private void SetNameCore(string value) { }
            """),
    ];
}
