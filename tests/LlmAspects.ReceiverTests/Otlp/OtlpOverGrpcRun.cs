using OpenTelemetry.Exporter;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>The run over gRPC.</summary>
public sealed class OtlpOverGrpcRun() : OtlpRun(OtlpExportProtocol.Grpc);
