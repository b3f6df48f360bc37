namespace LlmAspects.IntegrationTests.Fixtures;

internal static partial class GenericCalls<TOuter>
    where TOuter : notnull
{
    internal static partial class Inner<TInner>
        where TInner : notnull
    {
        [TracePerformance("generic_calls", "describe")]
        public static partial string Describe<T>(TOuter outer, TInner inner, T own)
            where T : struct, IComparable<T>;

        private static string DescribeCore<T>(TOuter outer, TInner inner, T own)
            where T : struct, IComparable<T> => FormattableString.Invariant($"{outer} {inner} {own}");
    }
}
