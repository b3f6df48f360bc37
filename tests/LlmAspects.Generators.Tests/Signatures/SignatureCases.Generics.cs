namespace LlmAspects.Generators.Tests.Signatures;

public static partial class SignatureCases
{
    private static SignatureCase[] Generics =>
    [
        new("class constraints", """
            @aspects public partial T? Pick<T, U, V>(T? left, U right, V other) where T : class? where U : class, IComparable<U>, new() where V : Exception;
            private T? PickCore<T, U, V>(T? left, U right, V other) where T : class? where U : class, IComparable<U>, new() where V : Exception => left;
            """),
        new("value constraints", """
            @aspects public partial T? Pick<T, U, V>(T value, U number, V any) where T : struct, Enum where U : unmanaged where V : notnull;
            private T? PickCore<T, U, V>(T value, U number, V any) where T : struct, Enum where U : unmanaged where V : notnull => value;
            """),
        new("no constraint", """
            @aspects public partial Task<T?> PickAsync<T>(T? value, CancellationToken cancellationToken);
            private Task<T?> PickCoreAsync<T>(T? value, CancellationToken cancellationToken) => Task.FromResult(value);
            """),
        new("stream of a type parameter", """
            @aspects public static partial IAsyncEnumerable<T> RepeatAsync<T>(T value) where T : notnull;
            private static async IAsyncEnumerable<T> RepeatCoreAsync<T>(T value) where T : notnull
            {
                await Task.Yield();
                yield return value;
            }
            """),
        new("type parameter constraint", """
            @aspects public partial void Copy<TFrom, TTo>(TFrom source, List<TTo> target) where TFrom : TTo;
            private void CopyCore<TFrom, TTo>(TFrom source, List<TTo> target) where TFrom : TTo => target.Add(source);
            """),
        new("parameter that allows ref struct", """
            @aspects public partial int Measure<T>(scoped T value) where T : IDisposable, allows ref struct;
            private int MeasureCore<T>(scoped T value) where T : IDisposable, allows ref struct => 1;
            """),
        new("generic containing types",
            """
            @aspects public partial TInner Get<T>(TOuter outer, T value);
            private TInner GetCore<T>(TOuter outer, T value) => default!;
            """,
            "public partial class Outer<TOuter> where TOuter : class\n{{\npublic partial struct Inner<TInner>\n{{\n{0}\n}}\n}}"),
    ];
}
