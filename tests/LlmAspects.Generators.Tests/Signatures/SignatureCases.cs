using LlmAspects.Testing.Generators;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Tests.Signatures;

/// <summary>The signatures that every combination of aspects must expand.</summary>
public static partial class SignatureCases
{
    public static IEnumerable<SignatureCase> All => [.. Results, .. Parameters, .. Generics, .. Members, .. ContainingTypes, .. Properties];

    public static int MethodCount => All.Sum(static signature => signature.MethodCount);

    /// <summary>All cases in one compilation, a file each.</summary>
    /// <param name="aspects">The attributes that every method carries.</param>
    /// <param name="lineEnding">What ends the lines of the files.</param>
    public static CSharpCompilation CompileWith(string aspects, string lineEnding = "\n")
        => GeneratorRunner.Compile(All.Select(signature => GeneratorRunner.Parse(signature.SourceWith(aspects).ReplaceLineEndings(lineEnding), signature.Name + ".cs")));

    private static SignatureCase[] Results =>
    [
        new("void", """
            @aspects public partial void Run();
            private void RunCore() { }
            """),
        new("value", """
            @aspects public partial int Count(string text);
            private int CountCore(string text) => text.Length;
            """),
        new("nullable reference", """
            @aspects public partial string? Find(string? key);
            private string? FindCore(string? key) => key;
            """),
        new("tuple with names", """
            @aspects public partial (int Count, string? Name) Both((string Left, int Right) pair);
            private (int Count, string? Name) BothCore((string Left, int Right) pair) => (pair.Right, pair.Left);
            """),
        new("nested nullability", """
            @aspects public partial Dictionary<string, List<string?>?[]?> Deep(string?[]?[] jagged);
            private Dictionary<string, List<string?>?[]?> DeepCore(string?[]?[] jagged) => new();
            """),
        new("Task", """
            @aspects public partial Task RunAsync(CancellationToken cancellationToken = default);
            private async Task RunCoreAsync(CancellationToken cancellationToken) => await Task.Yield();
            """),
        new("Task<T>", """
            @aspects public partial Task<string?> ReadAsync();
            private Task<string?> ReadCoreAsync() => Task.FromResult<string?>(null);
            """),
        new("nullable Task<T>", """
            @aspects public partial Task<string>? ReadAsync();
            private Task<string>? ReadCoreAsync() => null;
            """),
        new("ValueTask", """
            @aspects public partial ValueTask RunAsync(CancellationToken first, CancellationToken second);
            private ValueTask RunCoreAsync(CancellationToken first, CancellationToken second) => default;
            """),
        new("ValueTask<T>", """
            @aspects public partial ValueTask<(int Count, string Name)> ReadAsync(CancellationToken first, CancellationToken second, CancellationToken third);
            private ValueTask<(int Count, string Name)> ReadCoreAsync(CancellationToken first, CancellationToken second, CancellationToken third) => new((1, "one"));
            """),
        new("stream", """
            @aspects public partial IAsyncEnumerable<string?> StreamAsync(CancellationToken cancellationToken = default);
            private async IAsyncEnumerable<string?> StreamCoreAsync([EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return null;
            }
            """),
        new("iterator", """
            @aspects public partial IEnumerable<(int Index, string? Text)> Read(IEnumerable<string?> texts, CancellationToken first, CancellationToken second);
            private IEnumerable<(int Index, string? Text)> ReadCore(IEnumerable<string?> texts, CancellationToken first, CancellationToken second)
            {
                yield return (1, null);
            }
            """),
        new("nullable sequence of dynamic", """
            @aspects public partial IEnumerable<dynamic?>? Read(ref int count);
            private IEnumerable<dynamic?>? ReadCore(ref int count) => null;
            """),
        new("sequence of objects", """
            @aspects public partial System.Collections.IEnumerable Read(params ReadOnlySpan<int> numbers);
            private System.Collections.IEnumerable ReadCore(params ReadOnlySpan<int> numbers) => numbers.ToArray();
            """),
        new("enumerator", """
            @aspects public partial IEnumerator<T> Read<T>(T item) where T : class?;
            private IEnumerator<T> ReadCore<T>(T item) where T : class?
            {
                yield return item;
            }
            """),
        new("enumerator of objects", """
            @aspects public static partial System.Collections.IEnumerator? Read(CancellationToken cancellationToken);
            private static System.Collections.IEnumerator? ReadCore(CancellationToken cancellationToken) => null;
            """),
        new("asynchronous enumerator", """
            @aspects public partial IAsyncEnumerator<string?> ReadAsync(CancellationToken cancellationToken = default);
            private async IAsyncEnumerator<string?> ReadCoreAsync(CancellationToken cancellationToken)
            {
                await Task.Yield();
                yield return null;
            }
            """),
        new("ref", """
            private string? _text;
            @aspects public partial ref string? Text();
            private ref string? TextCore() => ref _text;
            """),
        new("ref readonly", """
            private readonly int[] _numbers = [1];
            @aspects public partial ref readonly int Number(int index);
            private ref readonly int NumberCore(int index) => ref _numbers[index];
            """),
        new("span", """
            @aspects public partial ReadOnlySpan<char> Trim(ReadOnlySpan<char> text);
            private ReadOnlySpan<char> TrimCore(ReadOnlySpan<char> text) => text.Trim();
            """),
        new("pointer", """
            @aspects public unsafe partial int* Next(int* pointer, delegate* unmanaged[Cdecl]<int, void> callback);
            private unsafe int* NextCore(int* pointer, delegate* unmanaged[Cdecl]<int, void> callback) => pointer + 1;
            """),
    ];
}
