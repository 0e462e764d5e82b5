import SourceCore
